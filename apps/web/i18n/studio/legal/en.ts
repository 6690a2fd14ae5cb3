const en = {
  note: 'Made from the facts of the shop, as shoppers see them. Have a lawyer read them before you open.',
  view: 'See them in the shop front',
  short: { notice: 'Legal notice', shipping: 'Delivery', returns: 'Returns', privacy: 'Privacy' },
  missing: 'Missing',
  complete: 'Every fact that this page asks for is there.',
  give: 'Fill in the facts of the shop',
  askOwner: 'The owner of the shop can fill them in.',
  elsewhere: (what: string, language: string) => `${what}: no text in this language. Shoppers read it in ${language}.`,
} as const
export default en
