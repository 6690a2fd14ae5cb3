const en = { title: 'Studio', soon: 'This part is being built.' }
export default en
