/** Every setting: where it comes from, its default and what it means. docs/configuration.md is printed from this table. */
export interface Setting {
  readonly env: string
  readonly kind: 'text' | 'number' | 'flag'
  readonly fallback: string | number | boolean | null
  readonly about: string
  readonly secret?: true
}

export const settings = {
  port: { env: 'PORT', kind: 'number', fallback: 3000, about: 'Port of the web server.' },
  host: { env: 'HOST', kind: 'text', fallback: '127.0.0.1', about: 'Address to listen on; 0.0.0.0 for all.' },
  publicUrl: {
    env: 'PUBLIC_URL',
    kind: 'text',
    fallback: null,
    about: 'Address that people see, for links in mails and shares. Default: http://localhost:PORT.',
  },
  dataDir: {
    env: 'ENISHI_DATA',
    kind: 'text',
    fallback: '.enishi',
    about: 'Folder for the embedded database, media, mails and secrets.',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    kind: 'text',
    fallback: null,
    about: 'A PostgreSQL server (15 or newer) instead of the embedded one.',
    secret: true,
  },
  preparedStatements: {
    env: 'PREPARED_STATEMENTS',
    kind: 'flag',
    fallback: true,
    about:
      'Prepare statements that come often, once a connection. Off for a pooler in front that gives every transaction another connection and keeps no prepared statements.',
  },
  secret: {
    env: 'ENISHI_SECRET',
    kind: 'text',
    fallback: null,
    about: 'Key that signs sessions, at least 32 characters. Default: made once and kept in the data folder.',
    secret: true,
  },
  tradeKey: {
    env: 'ENISHI_TRADE_KEY',
    kind: 'text',
    fallback: null,
    about:
      'Key under which real names, ID numbers and customs documents are encrypted. Default: derived from the secret. Whoever changes it can’t read what is there.',
    secret: true,
  },
  customsFolder: {
    env: 'ENISHI_CUSTOMS_FOLDER',
    kind: 'text',
    fallback: null,
    about:
      'Folder that the customs agent’s program watches: messages go to out/, receipts are read from in/; signer.pem and signer.txt (its certificate number) sign payment data. Default: customs played in memory while test payments are on.',
  },
  customsSecret: {
    env: 'ENISHI_CUSTOMS_SECRET',
    kind: 'text',
    fallback: null,
    about: 'Secret with which an agent signs receipts to /v1/customs/receipts. Without it they come by folder or upload only.',
    secret: true,
  },
  smtpUrl: {
    env: 'SMTP_URL',
    kind: 'text',
    fallback: null,
    about: 'Mail server (smtp://user:password@host:port). Default: mails are written to the outbox folder.',
    secret: true,
  },
  mailFrom: { env: 'MAIL_FROM', kind: 'text', fallback: 'Enishi <no-reply@localhost>', about: 'Sender of mails.' },
  logLevel: { env: 'LOG_LEVEL', kind: 'text', fallback: 'info', about: 'trace, debug, info, warn, error or silent.' },
  demo: {
    env: 'ENISHI_DEMO',
    kind: 'flag',
    fallback: true,
    about: 'Seed the demo world into an empty database and let an operator move the clock.',
  },
  testPayments: {
    env: 'TEST_PAYMENTS',
    kind: 'flag',
    fallback: true,
    about: 'Offer the built-in test payment provider. Turn it off before taking real orders.',
  },
  stripeKey: {
    env: 'ENISHI_STRIPE_KEY',
    kind: 'text',
    fallback: null,
    about:
      'Secret key of a Stripe account (sk_… or a restricted rk_…). With a live key the test provider is off, whatever TEST_PAYMENTS says.',
    secret: true,
  },
  stripeWebhookSecret: {
    env: 'ENISHI_STRIPE_WEBHOOK_SECRET',
    kind: 'text',
    fallback: null,
    about: 'Signing secret (whsec_…) of the endpoint PUBLIC_URL/v1/payments/webhooks/stripe; needed with ENISHI_STRIPE_KEY.',
    secret: true,
  },
  stripeMethods: {
    env: 'ENISHI_STRIPE_METHODS',
    kind: 'text',
    fallback: 'alipay,wechat_pay',
    about: 'Ways to pay through Stripe: card, alipay, wechat_pay. A card needs ENISHI_STRIPE_PUBLISHABLE_KEY to be shown.',
  },
  stripePublishableKey: {
    env: 'ENISHI_STRIPE_PUBLISHABLE_KEY',
    kind: 'text',
    fallback: null,
    about:
      'Publishable key (pk_…) of the Stripe account. With it the final screen takes cards: only then, and only when the shopper chooses a card, Stripe.js is loaded from js.stripe.com.',
  },
  stripeApi: {
    env: 'ENISHI_STRIPE_API',
    kind: 'text',
    fallback: 'https://api.stripe.com',
    about: 'Address of Stripe’s API; another one to test against a double of it.',
  },
  alipayAppId: {
    env: 'ENISHI_ALIPAY_APP_ID',
    kind: 'text',
    fallback: null,
    about:
      'App id of a contract with Alipay in China (CNY): code at a desk, page on a phone, app. Turns the test provider off. Notifications come to PUBLIC_URL/v1/payments/webhooks/alipay.',
  },
  alipayPrivateKey: {
    env: 'ENISHI_ALIPAY_PRIVATE_KEY',
    kind: 'text',
    fallback: null,
    about: 'Our private key (RSA2), PEM or base64; needed with ENISHI_ALIPAY_APP_ID.',
    secret: true,
  },
  alipayPublicKey: {
    env: 'ENISHI_ALIPAY_PUBLIC_KEY',
    kind: 'text',
    fallback: null,
    about: 'Alipay’s public key (not ours), PEM or base64; needed with ENISHI_ALIPAY_APP_ID.',
  },
  alipayGateway: {
    env: 'ENISHI_ALIPAY_GATEWAY',
    kind: 'text',
    fallback: 'https://openapi.alipay.com/gateway.do',
    about: 'Gateway of Alipay; another one for its sandbox.',
  },
  wechatMchid: {
    env: 'ENISHI_WECHAT_MCHID',
    kind: 'text',
    fallback: null,
    about:
      'Merchant number of a contract with WeChat Pay in China (APIv3, CNY): code at a desk, page on a phone, app. Turns the test provider off. Notifications come to PUBLIC_URL/v1/payments/webhooks/wechat.',
  },
  wechatAppId: {
    env: 'ENISHI_WECHAT_APP_ID',
    kind: 'text',
    fallback: null,
    about: 'App id that is bound to the merchant number; needed with ENISHI_WECHAT_MCHID.',
  },
  wechatSerial: {
    env: 'ENISHI_WECHAT_SERIAL',
    kind: 'text',
    fallback: null,
    about: 'Serial number of our API certificate; needed with ENISHI_WECHAT_MCHID.',
  },
  wechatPrivateKey: {
    env: 'ENISHI_WECHAT_PRIVATE_KEY',
    kind: 'text',
    fallback: null,
    about: 'Private key of our API certificate, PEM or base64; needed with ENISHI_WECHAT_MCHID.',
    secret: true,
  },
  wechatApiKey: {
    env: 'ENISHI_WECHAT_API_KEY',
    kind: 'text',
    fallback: null,
    about: 'APIv3 key, 32 characters, under which notifications are encrypted; needed with ENISHI_WECHAT_MCHID.',
    secret: true,
  },
  wechatPublicKeyId: {
    env: 'ENISHI_WECHAT_PUBLIC_KEY_ID',
    kind: 'text',
    fallback: null,
    about: 'Id (PUB_KEY_ID_…) of WeChat Pay’s public key; needed with ENISHI_WECHAT_MCHID.',
  },
  wechatPublicKey: {
    env: 'ENISHI_WECHAT_PUBLIC_KEY',
    kind: 'text',
    fallback: null,
    about: 'WeChat Pay’s public key (not ours), PEM or base64; needed with ENISHI_WECHAT_MCHID.',
  },
  wechatHost: {
    env: 'ENISHI_WECHAT_HOST',
    kind: 'text',
    fallback: 'https://api.mch.weixin.qq.com',
    about: 'Address of WeChat Pay’s API.',
  },
  paymentMarkets: {
    env: 'ENISHI_PAYMENT_MARKETS',
    kind: 'text',
    fallback: '',
    about:
      'Where a way to pay is offered, by the country that the order goes to: "wechat_pay=CN alipay=CN,HK". A way that is not named is offered everywhere.',
  },
  weightsFile: {
    env: 'ENISHI_WEIGHTS',
    kind: 'text',
    fallback: 'enishi.weights.json',
    about:
      'What a like, a save, an order … is worth to the feed: a JSON object of name and number over engines/recommender/weights.ts, `scenes` with what single scenes weigh otherwise, and `experiments` (rooms/feed/README.md). Read again when it changes.',
  },
  minFreeMb: {
    env: 'ENISHI_MIN_FREE_MB',
    kind: 'number',
    fallback: 1024,
    about:
      'Free space on the disk of the data folder, in MB, below which uploads and edits are refused. Everything else goes on.',
  },
  ffmpeg: { env: 'FFMPEG', kind: 'text', fallback: 'ffmpeg', about: 'The ffmpeg program.' },
  ffprobe: { env: 'FFPROBE', kind: 'text', fallback: 'ffprobe', about: 'The ffprobe program.' },
  safetyClassifier: {
    env: 'ENISHI_SAFETY_CLASSIFIER',
    kind: 'flag',
    fallback: false,
    about:
      'Have clips and pictures looked at by nsfwjs once they can be watched, in a program of its own at the lowest priority; what it is sure of waits in the moderation queue, nothing is removed. Needs `npm install nsfwjs @tensorflow/tfjs` (and @tensorflow/tfjs-backend-wasm, to be quicker).',
  },
  fetchAllowed: {
    env: 'FETCH_ALLOWED',
    kind: 'text',
    fallback: '',
    about:
      'Inward addresses (host:port, comma-separated) from which catalogues and their pictures may be fetched all the same. Without it only public addresses are.',
  },
  trustProxy: { env: 'TRUST_PROXY', kind: 'flag', fallback: false, about: 'Believe X-Forwarded-For from a proxy in front.' },
  rateLimits: { env: 'RATE_LIMITS', kind: 'flag', fallback: true, about: 'Limit requests per person and address.' },
} as const satisfies Record<string, Setting>

type Value<S extends Setting> = S['kind'] extends 'number'
  ? number
  : S['kind'] extends 'flag'
    ? boolean
    : S['fallback'] extends null
      ? string | null
      : string
/** What the platform runs on; `publicUrl` is always there once it is parsed. */
export type Config = { readonly [K in keyof typeof settings]: Value<(typeof settings)[K]> } & { readonly publicUrl: string }
