const en = {
  title: 'An invitation',
  ask: (shop: string) => `“${shop}” asks you to work in its shop`,
  roles: {
    owner: 'As owner: everything, the settings and the staff included.',
    staff: 'As staff: orders, products, reviews and posts.',
  },
  address: (email: string) => `The invitation is for ${email}.`,
  until: (day: string) => `It is open until ${day}.`,
  join: 'Begin to work here',
  signInFirst: 'Sign in with this address, or make an account with it. Then you come back here.',
  signIn: 'Sign in',
  signUp: 'Create account',
  other: (email: string) => `You are signed in as ${email}. The invitation is for another address.`,
  signOut: 'Sign out',
  gone: 'This invitation can not be opened',
  home: 'To the start',
}
export default en
