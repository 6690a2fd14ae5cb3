import type { Form, Variant } from './cast.ts'

interface Look {
  readonly form: Form
  readonly variants: readonly Variant[]
}
/** A form and, by variant, what each place of its list means to the form: mostly colours, now and then a word. */
const look = (form: Form, variants: Readonly<Record<string, string>>): Look => ({
  form,
  variants: Object.entries(variants).map(([key, colours]) => ({ key, colours: colours.split(' ') })),
})

export const looks: Readonly<Record<string, Look>> = {
  // hagi-kiln
  'hagi-cup': look('cup', {
    morning: '#9cc4bd #cfd8cb #e6b294 #8f5f40',
    white: '#efe9dc #e9dfce #e3c3a8 #9a6a48',
    indigo: '#1d3360 #46628f #a39f95 #75503a',
  }),
  'hagi-vase': look('vase', {
    azurite: '#27406f #5273a3 #2f4a80 #6a4a38',
    ash: '#8e958a #b4b5a4 #8f8470 #6a4a38',
    ink: '#25272c #3d4046 #2c2a2b #5a4032',
  }),
  'hagi-bowl': look('bowl', { brushed: '#ece6d9 #ece4d4 #e2cdb4 #93684a', celadon: '#bcd0c2 #c4d3c4 #d1cdb6 #8b6348' }),
  'hagi-sake': look('sake', { straw: '#e0cfae #d9bf95 #b5875e #7c5137', 'ash-blue': '#8aa3ae #a8b7b6 #b79f85 #70503c' }),
  'hagi-plate': look('plate', { shell: '#efe7d8 #ece2d0 #e3cfb5 #93684a', night: '#1f2836 #2a3444 #2b2f38 #5d4433' }),
  // uji-leaf
  'uji-sencha': look('sencha', { '100g': '#7d9c62 #dfe6c8 #2c2a26', spring: '#b9a3ab #f0e4e4 #4a2b33' }),
  'uji-gyokuro': look('gyokuro', { '50g': '#1f3a34 #b89a55 #17211e', reserve: '#2a2427 #b5793c #1a1517' }),
  'uji-matcha': look('matcha', { black: '#2a2826 #37322e #4a3427 #5a4032', rust: '#9a5a3c #a8683f #6e3a26 #5a4032' }),
  'uji-hojicha': look('bag', { '200g': '#b58e63 #ede3cf #4a2818', stems: '#d8cbb2 #5b3220 #eadcc4' }),
  'uji-kyusu': look('kyusu', { tokoname: '#8e4a32', ink: '#33302f', sand: '#c0a283' }),
  // sumi-paper
  'sumi-notebook': look('notebook', {
    ink: '#2b3a4a #efe8d8 plain',
    persimmon: '#b4603a #f0e6d2 waves',
    moss: '#5f6f4c #efe8d8 hemp',
  }),
  'sumi-brush': look('brush', { vermilion: '#9c2f22', black: '#1c1a1b', pine: '#1f4038' }),
  'sumi-ink': look('ink', { night: '#0b101d #151416', plum: '#3a1428 #2a1a1c', moss: '#16281c #1d1c18' }),
  'sumi-letters': look('letters', { shell: '#efe8da #b8402b #c9bfae', mist: '#cfd6d8 #33507e #b0bcc4' }),
  'sumi-incense': look('incense', {
    azurite: '#25406c #b23f2c hemp',
    shell: '#e0d5bf #2b3a55 waves',
    pine: '#2b463c #c79a4b hemp',
  }),
  // aizome-cloth
  'ai-tenugui': look('tenugui', { hemp: '#1c2f59 #dfe2dc hemp', waves: '#1c2f59 #dfe2dc waves', dots: '#2e4a79 #e4e6e0 dots' }),
  'ai-scarf': look('scarf', { dip: '#1a2d56 #d3dade dip', dots: '#223962 #d6dcde dots' }),
  'ai-apron': look('apron', { flax: '#b9a88a #efe6d3', indigo: '#283e66 #d8dcda', charcoal: '#45474b #cfcdc6' }),
  'ai-tote': look('tote', { moon: '#20365f #e0ddd0 circles', dip: '#223a66 #dedbd0 dip', stripe: '#2a4370 #dfdcd0 stripe' }),
  'ai-furoshiki': look('furoshiki', {
    dots: '#213a68 #dfe1da dots',
    hemp: '#8c3a34 #ecdcc8 hemp',
    plain: '#5c7390 #dfe5e8 plain',
  }),
  'hagi-mug': look('mug', { slate: '#5f7f8a #7d959a #b59b7c #7c5137 #cdbfa6', straw: '#e3d3b0 #d9bf95 #b5875e #7c5137 #efe3d2' }),
  'uji-genmaicha': look('caddy', { '80g': '#c8b07a #f0e6cc #3a2a18 #8f7a4e', '200g': '#8a9a5a #eef0d8 #2c2a1c #b8b4a4' }),
  'sumi-seal': look('seal', { jade: '#8fa98c #c9b59a', plum: '#7a4a52 #cfc4b4', ink: '#3a3a40 #9a938a' }),
  'ai-cushion': look('cushion', {
    hemp: '#243f70 #e4e4da #c9b694 hemp',
    circles: '#8c3a34 #f0e2cc #33466b circles',
    stripe: '#3f5a5a #e6e8e0 #c9a06a stripe',
  }),
  // yuzu-skin
  'yuzu-oil': look('dropper', { '30ml': '#6a3a10 #d98a2a #f3efd8 #4a5230', '15ml': '#4a4a1c #a8a838 #f3efd8 #4a5230' }),
  'yuzu-lotion': look('lotion', { fresh: '#dfe3b4 #f8f5e6 #4a5230', rich: '#ecd9b0 #f8f5e6 #8a5a2a' }),
  'yuzu-cream': look('cream', { day: '#f0efe4 #dfe0b8 #4a5230 #fffaf0', night: '#4d5c50 #e6e2c8 #2f3a30 #fbf3dc' }),
  'yuzu-soap': look('soap', { yuzu: '#eedc94 #8a6a1c', charcoal: '#55585a #d8d8d2', rice: '#f2ead8 #9a8468' }),
  'yuzu-balm': look('balm', { peel: '#e5a83c #fbf3dc #f3dc9a', hinoki: '#5f7a52 #eef0dc #dfe0b0' }),
  'yuzu-salt': look('salt', { yuzu: '#f6efe0 #e9c24a #f8f5e6 #6a5a1c', hinoki: '#eceee4 #93a878 #f8f5e6 #3f5a3a' }),
  'yuzu-mist': look('mist', {
    morning: '#5a7a3a #b9cf6a #f6f3e2 #3a4a24 #7a5a24 #d9a84a',
    night: '#33466b #7f98c8 #f3f0e8 #25304a #5a3a5a #b088b0',
  }),
  // sakai-blade
  'sakai-santoku': look('santoku', { black: 'black #b98f60 #231d1a', folded: 'folded #7d5834 #231d1a' }),
  'sakai-nakiri': look('nakiri', { polished: 'polished #d8bd93 #2a2320', black: 'black #c9a06a #2a2320' }),
  'sakai-petty': look('petty', { folded: 'folded #4b3018 #b9924a', polished: 'polished #e0c48d #3a2a24' }),
  'sakai-yanagiba': look('yanagiba', { '240': 'polished #e0c48d #1d1a19', '270': 'folded #33241a #c9b9a0' }),
  'sakai-snips': look('snips', { red: '#3a3d40 #a5482f #33466b', indigo: '#2b2d30 #33507e #8c6a4a' }),
  'sakai-whetstone': look('whetstone', { '1000': '#b9805a #8a9aa0', '6000': '#ece2cc #b9805a', '400': '#7d8a7d #55605a' }),
  'sakai-board': look('board', { hinoki: '#e6cb9c #c9a06a', walnut: '#8a5f3c #56381f' }),
  // kaga-sweets
  'kaga-namagashi': look('namagashi', {
    spring: '#e3a9b2 #f4ead0 #bfd08a #e6c46a',
    autumn: '#c86a3a #e0b24a #a85a4a #f0e2c4',
  }),
  'kaga-yokan': look('yokan', { chestnut: '#4a1f24 #e0b24a #20191a', matcha: '#4a6a2c #c9d08a #5a2f24' }),
  'kaga-konpeito': look('konpeito', { mixed: '#f2b8c4 #fbf6ea #bfd8a8 #f3dc8a #b8cfe6', yuzu: '#f6e6a0 #fbf6e0 #e9c24a' }),
  'kaga-dorayaki': look('dorayaki', { azuki: '#8a4a20 #3a1a18', matcha: '#9a6030 #4f6a2c' }),
  'kaga-dango': look('dango', { three: '#e9a9b4 #f8f2e6 #9ab86a plain', mitarashi: '#b8702c #b06a28 #bc7630 shine' }),
  'kaga-higashi': look('higashi', { spring: '#f2c4cc #f8f2e4 #c4d4a0', winter: '#d4dfe8 #faf8f2 #e8dcb4' }),
  'kaga-monaka': look('monaka', { six: '#d9b078 #4a2220 #e8cfa4', ten: '#e6a9a4 #4a2220 #f0dcc0' }),
  // awaji-incense
  'awaji-sticks': look('sticks', { sandalwood: '#8d7391 #8a6a48 #efe7dc #3a2a3e', aloeswood: '#33303a #4b3a2c #c9a25a #2a2024' }),
  'awaji-coils': look('coils', { rain: '#6a7a5a #8a7a5a', cedar: '#7a4a34 #5a4a40' }),
  'awaji-cones': look('cones', { plum: '#a86a7a #4f5a66 #7a4a5a', citrus: '#c9a04a #5f7a6a #a87a34' }),
  'awaji-sachet': look('sachet', {
    violet: '#7a5a86 #efe4ea #c9a03e blossom #b9a4c0 #6a4a76 dots',
    indigo: '#2b4470 #e8e4d8 #b8402b waves #c9a06a #2b4470 hemp',
  }),
  'awaji-holder': look('holder', { brass: '#d9ac4e #3a3438 #5a4030', tin: '#c9ccc8 #6a4a3a #4a3a34' }),
  'awaji-burner': look('burner', { celadon: '#b9cfc0 #4a7a70 #c9a352', white: '#eeeae2 #33507e #b8bcbc' }),
  'awaji-tube': look('tubes', { dusk: '#5a4a72 #c08a3e #a85a6a', grove: '#3f5a4a #b9a86a #8a5a3a' }),
  // mino-washi
  'mino-lamp': look('lamp', { round: '#ffdfa4 #f09a44 #4b3018 low', tall: '#ffe8c4 #f0b060 #2a2320 tall' }),
  'mino-sheets': look('sheets', {
    dusk: '#33405c #5a6a94 #8a86a8 #c8a0a8 #e6c0a0 #f5e6c8',
    field: '#3f5a3c #6a8a58 #a0b078 #d0cc98 #e8d9a8 #f5efd8',
  }),
  'mino-fan': look('fan', { dusk: '#e9b48a #5a5a8a #f0d48a #c9a06a', pine: '#e4e6cf #4a7a66 #c9a03e #8a5f3c' }),
  'mino-chiyogami': look('chiyogami', { festive: '#b23f4c #f5e6c8 #33507e', quiet: '#6a7a8a #ece4d4 #8a8f6a' }),
  'mino-boxes': look('boxes', { festive: '#33405c #b23f4c #c9883f #f5e6c8', quiet: '#8a9a8a #c9bfae #5f6a72 #fbf6ea' }),
  'mino-cranes': look('cranes', { festive: '#b23f4c #33507e #c9883f #f5e6c8', quiet: '#f0ead8 #a8b4bc #d8c8b0 #7a7468' }),
  'mino-screen': look('screen', { four: '#d9b04a #2f5a5a #b23f2c four', two: '#d4d4cc #33405c #e6c46a two' }),
  // takaoka-tin
  'suzu-guinomi': look('guinomi', { tin: '#e2e5e4 #e2e5e4 #e0b24a', gold: '#e2e5e4 #e0b24a #e2e5e4' }),
  'suzu-chirori': look('chirori', { tin: '#dfe3e3 #a5713f', copper: '#c9784a #5a3a24' }),
  'suzu-katakuchi': look('katakuchi', { tin: '#e2e6e6 #e8eaea', gold: '#dcdfde #dcae4a' }),
  'suzu-tumbler': look('tumbler', { tin: '#e0e4e4 #e8eaea #c9ccc8', copper: '#cf8050 #e8eaea #e0e4e4' }),
  'suzu-dish': look('dish', { plum: '#e2e6e6 #b98f58 plum', mum: '#d9b866 #8a5f3c mum' }),
  'suzu-masu': look('masu', { sun: '#e6cb9c #c9a06a #8c2f26 sun', waves: '#e0bf8c #b98f58 #22333a waves' }),
  'suzu-sakazuki': look('sakazuki', { vermilion: '#a5261a #1d1614 blossom', black: '#191516 #8c2418 ring' }),
  // toyooka-bag
  'toyo-rucksack': look('rucksack', {
    moss: '#4f5f48 #7a4a24 #d9c08a',
    sand: '#c8b084 #5a3a20 #f4ead0',
    navy: '#2b3850 #8a5a2c #d9c08a',
  }),
  'toyo-shoulder': look('shoulder', { tan: '#a8683a #6f4222 #f0d8a8', black: '#2b2624 #3a2a20 #b98f58' }),
  'toyo-pouch': look('zip-pouch', { sail: '#e2d8c0 #8a5428 #5a3a20 #3f5a4a', rust: '#a85a3a #3a2a1c #f0d8a8 #d8c090' }),
  'toyo-briefcase': look('briefcase', { navy: '#2b3448 #7a4a24 #d9c08a', olive: '#5a5c3c #3a281a #d9c08a' }),
  'toyo-wallet': look('wallet', { chestnut: '#7a3f20 #b9824a #f0d8a8', green: '#34503f #a8824f #e9dcc0' }),
  'toyo-basket': look('basket', { light: '#d3a868 #6a4422 #7a4a24', dark: '#8a5a30 #33200f #2b2019' }),
  'toyo-kinchaku': look('kinchaku', { dots: '#b8862f #f6ead0 #5a3a20 dots', hemp: '#3f5a4a #e9e4d0 #a8683a hemp' }),
  // hida-toys
  'hida-blocks': look('blocks', { town: '#c8503a #4f7a8a #e0b24a #5f8a5a', plain: '#b98f58 #8a5f3c #d8bd93 #a5744a' }),
  'hida-car': look('car', { wood: 'wood walnut #c8503a', red: '#c8503a walnut #f4e6cc', blue: '#4f7a9a #3a2a20 #e0b24a' }),
  'hida-kendama': look('kendama', { red: '#b8301f #f4e6cc', blue: '#24508a #f0d48a', green: '#2f6a4a #f4e6cc' }),
  'hida-tops': look('tops', { festival: '#c8503a #e0b24a #33507e #5f8a5a', sea: '#24506a #6aa0b0 #f0ead8 #33405c' }),
  'hida-duck': look('duck', { yellow: '#eec24a #d8702c #c89a2c', wood: 'wood #c8503a #a5744a' }),
  'hida-rainbow': look('rainbow', {
    bright: '#5a6aa8 #4f94a0 #6aa06a #e6c04a #e08a3c #c8503a',
    earth: '#e9d8b4 #d3b080 #b98a58 #96683c #70482a #4a3020',
  }),
  'hida-train': look('train', { red: '#c8503a #33507e #3a2a20 #5f8a5a', forest: '#4a7a5a #c8863a #3a2a20 #8a4a3a' }),
}
