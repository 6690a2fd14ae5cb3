import { checker, object, one, rfc3339, text } from '../direct/shape.ts'

/** WeChat Pay APIv3 for merchants as documented at pay.weixin.qq.com/doc/v3/merchant: orders, query, close, refunds, notifications. */
const no = text(32, '^[0-9A-Za-z_|*-]{6,32}$')
const refundNo = text(64, '^[0-9A-Za-z_|*@-]+$')
const fen = { type: 'integer', minimum: 1 }
const some = { type: 'integer', minimum: 0 }
const cny = one('CNY')
const ids = { appid: text(32), mchid: text(32) }
const order = {
  ...ids,
  description: text(127),
  out_trade_no: no,
  'time_expire?': rfc3339,
  notify_url: text(255),
  amount: object({ total: fen, 'currency?': cny }),
}
const states = one('SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR')
const transaction = {
  ...ids,
  out_trade_no: no,
  'transaction_id?': text(32),
  'trade_type?': one('JSAPI', 'NATIVE', 'APP', 'MICROPAY', 'MWEB', 'FACEPAY'),
  trade_state: states,
  trade_state_desc: text(256),
  'success_time?': rfc3339,
  'payer?': object({ openid: text(128) }),
  'amount?': object({ total: some, 'payer_total?': some, currency: cny, 'payer_currency?': cny }),
}
const refundAmount = { total: fen, refund: fen, payer_total: some, payer_refund: some }

export const check = checker({
  'request native': object(order),
  'request app': object(order),
  'request jsapi': object({ ...order, payer: object({ openid: text(128) }) }),
  'request h5': object({
    ...order,
    scene_info: object({ payer_client_ip: text(45), h5_info: object({ type: one('iOS', 'Android', 'Wap') }) }),
  }),
  'request close': object({ mchid: text(32) }),
  'request refund': object({
    out_trade_no: no,
    out_refund_no: refundNo,
    'reason?': text(80),
    'notify_url?': text(256),
    amount: object({ refund: fen, total: fen, currency: cny }),
  }),
  'reply native': object({ code_url: text(512, '^weixin://wxpay/') }),
  'reply h5': object({ h5_url: text(512, '^https://wx\\.tenpay\\.com/') }),
  'reply jsapi': object({ prepay_id: text(64) }),
  'reply app': object({ prepay_id: text(64) }),
  'reply query': object(transaction),
  'reply refund': object({
    refund_id: text(32),
    out_refund_no: refundNo,
    transaction_id: text(32),
    out_trade_no: no,
    channel: one('ORIGINAL', 'BALANCE', 'OTHER_BALANCE', 'OTHER_BANKCARD'),
    user_received_account: text(64),
    create_time: rfc3339,
    status: one('SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL'),
    amount: object({ ...refundAmount, settlement_refund: some, settlement_total: some, discount_refund: some, currency: cny }),
  }),
  error: object({ code: text(32), message: text(256), 'detail?': { type: 'object' } }),
  notification: object({
    id: text(36),
    create_time: rfc3339,
    event_type: one('TRANSACTION.SUCCESS', 'REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED'),
    resource_type: one('encrypt-resource'),
    summary: text(64),
    resource: object({
      algorithm: one('AEAD_AES_256_GCM'),
      ciphertext: text(1_048_576),
      'associated_data?': { type: 'string', maxLength: 16 },
      original_type: one('transaction', 'refund'),
      nonce: text(16),
    }),
  }),
  transaction: object(transaction),
  'told refund': object({
    mchid: text(32),
    out_trade_no: no,
    transaction_id: text(32),
    out_refund_no: refundNo,
    refund_id: text(32),
    refund_status: one('SUCCESS', 'CLOSED', 'ABNORMAL'),
    'success_time?': rfc3339,
    user_received_account: text(64),
    amount: object(refundAmount),
  }),
})
