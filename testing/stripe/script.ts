/**
 * Stands in for Stripe.js in a browser test: the part of its interface that our page uses, with a plain field in place of its frame.
 * The number decides, as Stripe's test cards do.
 */
export const stripeScript = `
window.Stripe = key => {
  if (!key.startsWith('pk_')) throw new Error('no publishable key')
  const tokens = { '4242': 'pm_card_visa', '0002': 'pm_card_visa_chargeDeclined', '3155': 'pm_card_authenticationRequired' }
  let number = ''
  const heard = {}
  const field = {
    on: (name, hear) => { heard[name] = hear },
    destroy: () => field.input && field.input.remove(),
    mount: place => {
      field.input = document.createElement('input')
      field.input.setAttribute('aria-label', 'Card number')
      field.input.oninput = () => {
        number = field.input.value.replace(/\\s/g, '')
        const complete = number.length === 16
        heard.change?.({ complete, ...(!complete && number && { error: { message: 'Your card number is incomplete.' } }) })
      }
      place.append(field.input)
      setTimeout(() => heard.ready?.(), 50)
    },
  }
  return {
    elements: () => ({ create: () => field }),
    createPaymentMethod: async () => {
      const id = tokens[number.slice(-4)]
      return id ? { paymentMethod: { id } } : { error: { message: 'Your card number is invalid.' } }
    },
  }
}`
