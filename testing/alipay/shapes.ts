import { checker, chinaTime, object, one, text } from '../direct/shape.ts'

/** Alipay's open platform as documented at opendocs.alipay.com (统一收单 interfaces, and the notification of a trade). */
const no = text(64, '^[A-Za-z0-9_]+$')
const yuan = text(11, '^(0|[1-9]\\d{0,8})\\.\\d{2}$')
const number = { out_trade_no: no }
const answered = {
  code: text(6, '^\\d{5}$'),
  msg: text(64),
  'sub_code?': text(64),
  'sub_msg?': text(256),
}
const trade = { trade_no: text(64, '^\\d+$'), out_trade_no: no, buyer_logon_id: text(100) }
const order = (product: string, more: Record<string, object> = {}) =>
  object({
    ...number,
    total_amount: yuan,
    subject: text(256, '^[^/=&]+$'),
    product_code: one(product),
    time_expire: chinaTime,
    ...more,
  })
const refused = object(answered)
const either = (done: Record<string, object>) => ({ anyOf: [object({ ...answered, code: one('10000'), ...done }), refused] })

export const check = checker({
  common: object({
    app_id: text(32, '^\\d{16}$'),
    method: text(128),
    format: one('JSON'),
    'return_url?': text(256),
    charset: one('utf-8'),
    sign_type: one('RSA2'),
    sign: text(344),
    timestamp: chinaTime,
    version: one('1.0'),
    'notify_url?': text(256),
    biz_content: text(10_000),
  }),
  'request alipay.trade.precreate': order('FACE_TO_FACE_PAYMENT'),
  'request alipay.trade.wap.pay': order('QUICK_WAP_WAY', { 'quit_url?': text(400) }),
  'request alipay.trade.app.pay': order('QUICK_MSECURITY_PAY'),
  'request alipay.trade.query': object(number),
  'request alipay.trade.close': object(number),
  'request alipay.trade.cancel': object(number),
  'request alipay.trade.refund': object({ ...number, refund_amount: yuan, 'out_request_no?': no, 'refund_reason?': text(256) }),
  'request alipay.trade.fastpay.refund.query': object({ ...number, out_request_no: no }),
  'reply alipay.trade.precreate': either({ ...number, qr_code: text(1024, '^https://qr\\.alipay\\.com/') }),
  'reply alipay.trade.query': either({
    ...trade,
    trade_status: one('WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED'),
    total_amount: yuan,
    'send_pay_date?': chinaTime,
  }),
  'reply alipay.trade.close': either({ ...number, trade_no: text(64) }),
  'reply alipay.trade.cancel': either({
    ...number,
    'trade_no?': text(64),
    retry_flag: one('Y', 'N'),
    'action?': one('close', 'refund'),
  }),
  'reply alipay.trade.refund': either({ ...trade, fund_change: one('Y', 'N'), refund_fee: yuan }),
  'reply alipay.trade.fastpay.refund.query': either({
    ...number,
    'trade_no?': text(64),
    'out_request_no?': no,
    'total_amount?': yuan,
    'refund_amount?': yuan,
    'refund_status?': one('REFUND_SUCCESS'),
  }),
  notification: object({
    notify_time: chinaTime,
    notify_type: one('trade_status_sync'),
    notify_id: text(128),
    app_id: text(32),
    charset: one('utf-8'),
    version: one('1.0'),
    sign_type: one('RSA2'),
    sign: text(344),
    trade_no: text(64),
    out_trade_no: no,
    seller_id: text(30),
    buyer_id: text(16),
    trade_status: one('WAIT_BUYER_PAY', 'TRADE_CLOSED', 'TRADE_SUCCESS', 'TRADE_FINISHED'),
    total_amount: yuan,
    subject: text(256),
    gmt_create: chinaTime,
    'gmt_payment?': chinaTime,
    'gmt_refund?': chinaTime,
    'gmt_close?': chinaTime,
    'refund_fee?': yuan,
  }),
})
