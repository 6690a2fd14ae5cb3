/** Every refusal code of the platform with its HTTP status. A code, once published, keeps its meaning. */
export const errorCodes = {
  // the request itself
  invalid_request: 400, invalid_cursor: 400, unsupported_media_type: 415, body_too_large: 413, malformed_json: 400,
  not_found: 404, method_not_allowed: 405, internal: 500, unavailable: 503, rate_limited: 429, wrong_origin: 403,
  idempotency_key_required: 400, idempotency_key_reused: 422, idempotency_in_progress: 409,
  // people
  sign_in_required: 401, forbidden: 403, wrong_credentials: 401, email_taken: 409, email_invalid: 422, password_too_short: 422, password_too_long: 422,
  reset_token_invalid: 422, handle_taken: 409, handle_invalid: 422, setup_token_invalid: 403, shop_slug_taken: 409,
  // anything with states and versions
  wrong_state: 409, version_conflict: 409,
  // media and content
  not_a_video: 422, media_empty: 422, media_truncated: 422, media_too_long: 422, media_too_large: 413, picture_too_large: 422, media_unsupported: 422,
  media_not_ready: 409, too_many_pictures: 422, too_many_products: 422, caption_too_long: 422, disclosure_required: 422,
  // shop
  sku_taken: 409, gtin_invalid: 422, option_mismatch: 422, too_many_variants: 422, price_invalid: 422, text_missing: 422,
  out_of_stock: 409, variant_unavailable: 409, price_changed: 409, cart_changed: 409, cart_empty: 409, cart_full: 422, quantity_invalid: 422, currency_mismatch: 422, stock_below_reserved: 409,
  address_invalid: 422, not_shippable: 422, checkout_expired: 410, reservation_expired: 410,
  payment_declined: 402, payment_pending: 409, payment_method_unknown: 422, already_paid: 409, refund_exceeds: 422, refund_failed: 502,
  // people among people
  not_delivered: 403, already_reviewed: 409, own_subject: 422, comments_closed: 403, blocked: 403, already_reported: 409, already_decided: 409, reason_required: 422,
} as const

export type ErrorCode = keyof typeof errorCodes
