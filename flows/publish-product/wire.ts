import { defineRoutes, idOf, obj } from '#base/http'
import { productWire } from '#rooms/catalog'

export const wire = defineRoutes({
  'POST /v1/products/{id}/publish': {
    summary: 'Put a product on sale; says what is missing',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    reply: productWire,
  },
})
