import { at, type Cases, secret } from './foreign-case.ts'

const soon = () => new Date(Date.now() + 3_600_000).toISOString()
/** Work in a shop: who does it, who is asked to, what waits for its time and for an answer. */
export const workCases: Cases = {
  'GET /v1/shops/{slug}/staff': [at(() => '/shops/kiln/staff'), at(i => `/shops/${i.shop}/staff`)],
  'PATCH /v1/shops/{slug}/staff/{person}': [
    at(
      i => `/shops/kiln/staff/${i.person}`,
      () => ({ role: 'owner' }),
    ),
  ],
  'DELETE /v1/shops/{slug}/staff/{person}': [at(i => `/shops/kiln/staff/${i.person}`)],
  'POST /v1/shops/{slug}/staff': [
    at(
      () => '/shops/kiln/staff',
      () => ({ handle: 'mallory', role: 'staff' }),
    ),
  ],
  'GET /v1/shops/{slug}/invitations': [at(() => '/shops/kiln/invitations'), at(i => `/shops/${i.shop}/invitations`)],
  'POST /v1/shops/{slug}/invitations': [
    at(
      () => '/shops/kiln/invitations',
      () => ({ email: 'mallory@example.org', role: 'owner' }),
    ),
  ],
  'POST /v1/shops/{slug}/invitations/{id}/send': [
    at(i => `/shops/kiln/invitations/${i.invitation}/send`),
    at(i => `/shops/${i.mine}/invitations/${i.invitation}/send`),
  ],
  'DELETE /v1/shops/{slug}/invitations/{id}': [
    at(i => `/shops/kiln/invitations/${i.invitation}`),
    at(i => `/shops/${i.mine}/invitations/${i.invitation}`),
  ],
  'GET /v1/invitations/{token}': secret,
  'POST /v1/invitations/{token}/accept': secret,
  'GET /v1/me/posts/{id}': [at(i => `/me/posts/${i.post}`), at(i => `/me/posts/${i.draft}`)],
  'GET /v1/me/posted': [at(i => `/me/posted?media=${i.media}`)],
  'PUT /v1/posts/{id}/schedule': [
    at(
      i => `/posts/${i.draft}/schedule`,
      () => ({ at: soon() }),
    ),
    at(
      i => `/posts/${i.waiting}/schedule`,
      () => ({ at: soon() }),
    ),
  ],
  'DELETE /v1/posts/{id}/schedule': [at(i => `/posts/${i.draft}/schedule`), at(i => `/posts/${i.waiting}/schedule`)],
  'POST /v1/posts/{id}/variants': [
    at(
      i => `/posts/${i.post}/variants`,
      i => ({ media: i.media }),
    ),
    at(
      i => `/posts/${i.draft}/variants`,
      i => ({ media: i.media }),
    ),
  ],
  'DELETE /v1/posts/{id}/variants/{media}': [at(i => `/posts/${i.post}/variants/${i.media}`)],
  'POST /v1/posts/{id}/variants/{media}/keep': [at(i => `/posts/${i.post}/variants/${i.media}/keep`)],
  'GET /v1/posts/{id}/variants': [at(i => `/posts/${i.post}/variants`), at(i => `/posts/${i.draft}/variants`)],
  'GET /v1/shops/{shop}/unanswered-comments': [at(i => `/shops/${i.shop}/unanswered-comments`)],
}
