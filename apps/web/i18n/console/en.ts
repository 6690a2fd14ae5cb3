const en = { title: 'Console', soon: 'This part is being built.' }
export default en
