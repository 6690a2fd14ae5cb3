// Made by tools/openapi/generate.mjs from the route tables; npm run client makes it anew.
export interface paths {
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a client saw, batched; each event has its own id and is learned once however often it arrives. Answers with the position of the log */
        post: operations["POST /v1/events"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am: a guest or a member */
        get: operations["GET /v1/me"];
        put?: never;
        post?: never;
        /** Delete my account and forget me */
        delete: operations["DELETE /v1/me"];
        options?: never;
        head?: never;
        /** Change my profile and settings */
        patch: operations["PATCH /v1/me"];
        trace?: never;
    };
    "/v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything the accounts room knows of me */
        get: operations["GET /v1/me/export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in, newest first (at most 100) */
        get: operations["GET /v1/me/sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out there */
        delete: operations["DELETE /v1/me/sessions/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an account; the guest keeps history, cart and orders */
        post: operations["POST /v1/sign-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; what the guest did is merged */
        post: operations["POST /v1/sign-in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End this session */
        post: operations["POST /v1/sign-out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A Bearer token for apps and scripts */
        post: operations["POST /v1/tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A guest identity with its Bearer token, for apps and scripts */
        post: operations["POST /v1/guests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail a reset link; the answer is the same whether the address is known */
        post: operations["POST /v1/password-resets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password; all sessions end */
        post: operations["POST /v1/password-resets/{token}"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** First operator of an empty installation, by the one-time link */
        post: operations["POST /v1/setup/{token}"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A public profile, by handle or id */
        get: operations["GET /v1/people/{handle}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shops as operators see them, the newest first: owner, state and counts; nothing of who bought what */
        get: operations["GET /v1/shops"];
        put?: never;
        /** Open a shop; the caller becomes its owner */
        post: operations["POST /v1/shops"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shop with its legal facts, by slug or id */
        get: operations["GET /v1/shops/{slug}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a shop */
        patch: operations["PATCH /v1/shops/{slug}"];
        trace?: never;
    };
    "/v1/shops/{slug}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works in the shop, longest first */
        get: operations["GET /v1/shops/{slug}/staff"];
        put?: never;
        /** Give a member a role in the shop */
        post: operations["POST /v1/shops/{slug}/staff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{slug}/staff/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End somebody’s work in the shop, or my own; one owner stays */
        delete: operations["DELETE /v1/shops/{slug}/staff/{person}"];
        options?: never;
        head?: never;
        /** Change the role of somebody in the shop; one owner stays */
        patch: operations["PATCH /v1/shops/{slug}/staff/{person}"];
        trace?: never;
    };
    "/v1/shops/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was asked to work in the shop and has not come yet, newest first */
        get: operations["GET /v1/shops/{slug}/invitations"];
        put?: never;
        /** Ask somebody by e-mail to work in the shop; the answer is the same whether the address is known */
        post: operations["POST /v1/shops/{slug}/invitations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{slug}/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the letter again with a new link; the old link ends */
        post: operations["POST /v1/shops/{slug}/invitations/{id}/send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{slug}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: operations["DELETE /v1/shops/{slug}/invitations/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the link of an invitation is about */
        get: operations["GET /v1/invitations/{token}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to work in the shop, with an account of the address that was asked */
        post: operations["POST /v1/invitations/{token}/accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End all sessions of somebody, tokens of apps included */
        delete: operations["DELETE /v1/people/{id}/sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What operators did, and owners to their staff, newest first; all of it or one kind of action */
        get: operations["GET /v1/audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts, for operators */
        get: operations["GET /v1/people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Report something */
        post: operations["POST /v1/reports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open reports, most reported first */
        get: operations["GET /v1/moderation/queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past decisions */
        get: operations["GET /v1/moderation/decisions"];
        put?: never;
        /** Remove, restore or keep a subject, with a reason */
        post: operations["POST /v1/moderation/decisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/statements/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why something of mine was removed */
        get: operations["GET /v1/moderation/statements/{kind}/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was removed or restored of mine and why, newest first, with where an appeal stands */
        get: operations["GET /v1/me/decisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appeals that wait, oldest first, or that were answered, newest first */
        get: operations["GET /v1/moderation/appeals"];
        put?: never;
        /** Say why the removal of something of mine is wrong: once, within six months */
        post: operations["POST /v1/moderation/appeals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many subjects with open reports and how many appeals wait */
        get: operations["GET /v1/moderation/waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/moderation/appeals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uphold a decision or reverse it, which restores its subject; not by who made the decision, unless they are the only operator */
        post: operations["POST /v1/moderation/appeals/{id}/answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State and progress of an upload of mine, and what can be played already */
        get: operations["GET /v1/media/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be uploaded, and how much of it is left to me today */
        get: operations["GET /v1/media-limits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new clip from a list of edits of my uploads, rendered here */
        post: operations["POST /v1/edits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/music": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pieces of music for edits, newest first; `hidden`: those that operators took away, for operators */
        get: operations["GET /v1/music"];
        put?: never;
        /** Add a piece from an upload of mine with `use: sound`; noted in the audit */
        post: operations["POST /v1/music"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/music/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Name a piece otherwise, hide it or show it again; noted in the audit */
        patch: operations["PATCH /v1/music/{id}"];
        trace?: never;
    };
    "/v1/media/{id}/captions/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Captions of my clip as WebVTT cues */
        put: operations["PUT /v1/media/{id}/captions/{language}"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a draft */
        post: operations["POST /v1/posts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post as a slide; a removed one answers 404 with its tombstone, except to operators */
        get: operations["GET /v1/posts/{id}"];
        put?: never;
        post?: never;
        /** Delete my post */
        delete: operations["DELETE /v1/posts/{id}"];
        options?: never;
        head?: never;
        /** Change a draft, or what waits for its time */
        patch: operations["PATCH /v1/posts/{id}"];
        trace?: never;
    };
    "/v1/me/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My posts in every state, newest first */
        get: operations["GET /v1/me/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One post of mine in any state */
        get: operations["GET /v1/me/posts/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/posted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live posts of mine that show these uploads of mine (ids, commas between) already, or copies of them, newest first */
        get: operations["GET /v1/me/posted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The posts of a shop in every state, by when they were or will be published, or begun, newest first; for its staff */
        get: operations["GET /v1/shops/{shop}/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a draft the time at which it publishes itself, or change that time */
        put: operations["PUT /v1/posts/{id}/schedule"];
        post?: never;
        /** Take the time back: a draft again */
        delete: operations["DELETE /v1/posts/{id}/schedule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a draft: it goes live by itself when its first rung can be watched */
        post: operations["POST /v1/posts/{id}/publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product with options, variants and stock */
        get: operations["GET /v1/products/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a product; the version guards against a second editor */
        patch: operations["PATCH /v1/products/{id}"];
        trace?: never;
    };
    "/v1/shops/{shop}/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shop's own list in every state, for its staff */
        get: operations["GET /v1/shops/{shop}/products"];
        put?: never;
        /** Add a product as a draft */
        post: operations["POST /v1/shops/{shop}/products"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a product off the shop */
        post: operations["POST /v1/products/{id}/archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock counters, for staff */
        get: operations["GET /v1/variants/{id}/stock"];
        put?: never;
        /** Receive or correct stock by a signed number of pieces */
        post: operations["POST /v1/variants/{id}/stock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What a bundle is made of; an empty list makes it a variant with stock of its own */
        put: operations["PUT /v1/variants/{id}/components"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/low-stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** From how many pieces on a variant is low on stock */
        put: operations["PUT /v1/variants/{id}/low-stock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stock of all variants at every location, and lots */
        get: operations["GET /v1/products/{id}/stock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What moved, newest first */
        get: operations["GET /v1/products/{id}/movements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a shop keeps stock, in the order in which orders are filled */
        get: operations["GET /v1/shops/{shop}/locations"];
        put?: never;
        /** Add a location, the last to be asked */
        post: operations["POST /v1/shops/{shop}/locations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/locations/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The order in which orders are filled: every location once */
        put: operations["PUT /v1/shops/{shop}/locations/order"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename a location, switch it off when it is empty, or on */
        patch: operations["PATCH /v1/locations/{id}"];
        trace?: never;
    };
    "/v1/products/{id}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Today's price of every variant; the same for everybody */
        get: operations["GET /v1/products/{id}/offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/price-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every price of the last 90 days, with the lows of each variant */
        get: operations["GET /v1/products/{id}/price-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest rate of exchange of every pair */
        get: operations["GET /v1/rates"];
        put?: never;
        /** Today's rates of exchange; the old ones are kept */
        post: operations["POST /v1/rates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/market-prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prices of a product in single markets */
        get: operations["GET /v1/products/{id}/market-prices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/market-prices/{market}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a price for one market, or end it with null: the exchanged price counts again */
        put: operations["PUT /v1/variants/{id}/market-prices/{market}"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a price; the old one is kept */
        put: operations["PUT /v1/variants/{id}/price"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a product on sale; says what is missing */
        post: operations["POST /v1/products/{id}/publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/desk/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchant's list: sorted and filtered, with stock and today's prices; `total` comes with the first page */
        get: operations["GET /v1/shops/{shop}/desk/products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/desk/product-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that matches, to choose it at once; at most 20,000 */
        get: operations["GET /v1/shops/{shop}/desk/product-ids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/desk/product-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by state, and what waits for the merchant */
        get: operations["GET /v1/shops/{shop}/desk/product-counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/desk/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do one thing to up to 100 products; each answers for itself, with the row as it is now */
        post: operations["POST /v1/shops/{shop}/desk/bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/desk/price-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of price would do to up to 100 products; nothing is written */
        post: operations["POST /v1/shops/{shop}/desk/price-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest imports of a shop */
        get: operations["GET /v1/shops/{shop}/imports"];
        put?: never;
        /** Read a catalogue at an address; the answer is a run to watch until its preview is there */
        post: operations["POST /v1/shops/{shop}/imports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import with its progress */
        get: operations["GET /v1/imports/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The report, product by product in the order of the file */
        get: operations["GET /v1/imports/{id}/rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import what was previewed */
        post: operations["POST /v1/imports/{id}/start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/import-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses that are fetched again by themselves */
        get: operations["GET /v1/shops/{shop}/import-schedules"];
        put?: never;
        /** Fetch and import an address again every hour or day */
        post: operations["POST /v1/shops/{shop}/import-schedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/import-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop fetching an address */
        delete: operations["DELETE /v1/shops/{shop}/import-schedules/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Like */
        put: operations["PUT /v1/posts/{id}/like"];
        post?: never;
        /** Take the like back */
        delete: operations["DELETE /v1/posts/{id}/like"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save */
        put: operations["PUT /v1/posts/{id}/save"];
        post?: never;
        /** Unsave */
        delete: operations["DELETE /v1/posts/{id}/save"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a product */
        put: operations["PUT /v1/products/{id}/save"];
        post?: never;
        /** Unsave a product */
        delete: operations["DELETE /v1/products/{id}/save"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/saves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I saved, newest first */
        get: operations["GET /v1/me/saves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/saves/{subject}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a save into a collection of mine; null takes it out */
        put: operations["PUT /v1/me/saves/{subject}/collection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My collections, oldest first */
        get: operations["GET /v1/me/collections"];
        put?: never;
        /** A new collection */
        post: operations["POST /v1/me/collections"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a collection; what was in it stays saved */
        delete: operations["DELETE /v1/me/collections/{id}"];
        options?: never;
        head?: never;
        /** Rename it, or choose its cover among what is in it */
        patch: operations["PATCH /v1/me/collections/{id}"];
        trace?: never;
    };
    "/v1/me/follows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom I follow, newest first */
        get: operations["GET /v1/me/follows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/likes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I like, newest first */
        get: operations["GET /v1/me/likes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I wrote, newest first */
        get: operations["GET /v1/me/comments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/not-interested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Less like this */
        put: operations["PUT /v1/posts/{id}/not-interested"];
        post?: never;
        /** Undo */
        delete: operations["DELETE /v1/posts/{id}/not-interested"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Follow */
        put: operations["PUT /v1/people/{id}/follow"];
        post?: never;
        /** Unfollow */
        delete: operations["DELETE /v1/people/{id}/follow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Block */
        put: operations["PUT /v1/people/{id}/block"];
        post?: never;
        /** Unblock */
        delete: operations["DELETE /v1/people/{id}/block"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follower counts and how I stand to this person */
        get: operations["GET /v1/people/{id}/standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments, newest first; replies of one with ?parent */
        get: operations["GET /v1/posts/{id}/comments"];
        put?: never;
        /** Comment or reply */
        post: operations["POST /v1/posts/{id}/comments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/unanswered-comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments under the live posts of a shop that nobody there has answered, newest first; for its staff */
        get: operations["GET /v1/shops/{shop}/unanswered-comments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One comment, removed or not, for operators */
        get: operations["GET /v1/comments/{id}"];
        put?: never;
        post?: never;
        /** Delete my comment, or one under my post */
        delete: operations["DELETE /v1/comments/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A share link with its own id */
        post: operations["POST /v1/shares"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shares/{id}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A shared link was opened; says what it is about */
        post: operations["POST /v1/shares/{id}/opened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rating distribution */
        get: operations["GET /v1/products/{id}/rating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews, with media first */
        get: operations["GET /v1/products/{id}/reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Review a delivered order line */
        post: operations["POST /v1/reviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One review with its words, removed or not, for operators */
        get: operations["GET /v1/reviews/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The merchant answers; once, and never deletes */
        post: operations["POST /v1/reviews/{id}/reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My reviews */
        get: operations["GET /v1/me/reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/review-asks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Delivered lines of mine that wait for a word */
        get: operations["GET /v1/me/review-asks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pulses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One question after delivery: are you satisfied, 1 to 5 */
        post: operations["POST /v1/pulses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reviews of a shop's products, for its staff */
        get: operations["GET /v1/shops/{shop}/reviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products by words (zh, ja, en) */
        get: operations["GET /v1/search/products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts by words */
        get: operations["GET /v1/search/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and shops by words */
        get: operations["GET /v1/search/people"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Completions as one types */
        get: operations["GET /v1/search/suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cards of up to 50 products */
        get: operations["GET /v1/product-cards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions of a shop, the latest start first; for its staff */
        get: operations["GET /v1/shops/{shop}/offers"];
        put?: never;
        /** Add a promotion; it holds from its start on */
        post: operations["POST /v1/shops/{shop}/offers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/offers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a shopper would pay with this promotion, for one product as an example */
        post: operations["POST /v1/shops/{shop}/offers/preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One promotion, for the staff of its shop */
        get: operations["GET /v1/offers/{id}"];
        /** Say a promotion anew; what is left out is none. The version guards against a second editor */
        put: operations["PUT /v1/offers/{id}"];
        post?: never;
        /** Delete a promotion that nobody has used */
        delete: operations["DELETE /v1/offers/{id}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause a promotion, let it go on, or end it for good */
        put: operations["PUT /v1/offers/{id}/state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/running-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Promotions of a shop that hold now for everybody; those with a code are not told */
        get: operations["GET /v1/shops/{shop}/running-offers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My cart by shop, at today's prices */
        get: operations["GET /v1/cart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cart/{variant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set a quantity (adds when new) */
        put: operations["PUT /v1/cart/{variant}"];
        post?: never;
        /** Take a line out */
        delete: operations["DELETE /v1/cart/{variant}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My orders, newest first */
        get: operations["GET /v1/me/orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order: for its buyer, its shop's staff, or whoever holds the link with its key */
        get: operations["GET /v1/orders/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invoice of a paid order as data; as a page: invoice.pdf */
        get: operations["GET /v1/orders/{id}/invoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders of a shop */
        get: operations["GET /v1/shops/{shop}/orders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who ordered in the shop, the last to order first, by what their orders say */
        get: operations["GET /v1/shops/{shop}/customers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/order-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many orders wait in each view */
        get: operations["GET /v1/shops/{shop}/order-counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packed */
        post: operations["POST /v1/orders/{id}/pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Handed to the carrier */
        post: operations["POST /v1/orders/{id}/ship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delivered, as the carrier reports */
        post: operations["POST /v1/orders/{id}/deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer says: it is here */
        post: operations["POST /v1/orders/{id}/receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/return-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer asks to return it */
        post: operations["POST /v1/orders/{id}/return-request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address of my last order, to fill the form */
        get: operations["GET /v1/me/address"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packed: these pieces, in a parcel of their own */
        post: operations["POST /v1/orders/{id}/parcels"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/unpack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Unpacked again, before it is sent */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/unpack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A replacement is packed */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/pack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This parcel is handed to the carrier */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/ship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** This parcel is delivered, as the carrier reports */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer says: this parcel is here */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/ship-together": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packed orders of one buyer to one address leave in one parcel, all or none */
        post: operations["POST /v1/shops/{shop}/ship-together"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The return is agreed to */
        post: operations["POST /v1/orders/{id}/returns/{returned}/approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The return is refused, with a reason */
        post: operations["POST /v1/orders/{id}/returns/{returned}/refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What was sent back is here */
        post: operations["POST /v1/orders/{id}/returns/{returned}/receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer keeps it after all */
        post: operations["POST /v1/orders/{id}/returns/{returned}/withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The buyer sent it back */
        post: operations["POST /v1/orders/{id}/returns/{returned}/send-back"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The returns desk: what buyers ask to give back, the oldest first */
        get: operations["GET /v1/shops/{shop}/returns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ways to pay in a currency for what goes to a country, the usual ones there first */
        get: operations["GET /v1/payment-methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of my payment */
        get: operations["GET /v1/payments/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the provider whether my payment has come */
        post: operations["POST /v1/payments/{id}/check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the test provider's question (its stand-in for a bank's page); a no ends a payment of any provider */
        post: operations["POST /v1/payments/{id}/confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trade/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of law that stand, with their source */
        get: operations["GET /v1/trade/rules"];
        /** Add rows of law, or replace those of the same jurisdiction, rule and first day; all or none */
        put: operations["PUT /v1/trade/rules"];
        post?: never;
        /** Take a row back: the bundled one of its key counts again, or none */
        delete: operations["DELETE /v1/trade/rules"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trade/positive-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** China’s positive list from a CSV (hs, name, remark, bonded_only, excludes, yearly_grams); a wrong line writes nothing */
        post: operations["POST /v1/trade/positive-list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trade/hs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tariff codes by digits or by words, with what China’s positive list says of them */
        get: operations["GET /v1/trade/hs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trade/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Texts that buyers agree to, by version */
        get: operations["GET /v1/trade/consents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/trade/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a shop is registered as, in China and for tax schemes elsewhere */
        get: operations["GET /v1/shops/{shop}/trade/registrations"];
        /** Say all registrations anew; the version guards against a second editor */
        put: operations["PUT /v1/shops/{shop}/trade/registrations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/trade-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What customs asks of a product and of its variants, as it is known */
        get: operations["GET /v1/products/{id}/trade-facts"];
        /** Say the facts of a product anew, or of one variant where it differs */
        put: operations["PUT /v1/products/{id}/trade-facts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/trade/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a shop still needs before it may sell into a market, and why */
        get: operations["GET /v1/shops/{shop}/trade/readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/trade/readiness/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Products of a shop and whether each is ready to sell into a market by a way */
        get: operations["GET /v1/shops/{shop}/trade/readiness/products"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/trade-readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a product is ready to sell in each market that its shop sends to, by each way */
        get: operations["GET /v1/products/{id}/trade-readiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customs declarations of a shop, the newest first */
        get: operations["GET /v1/shops/{shop}/declarations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/declaration-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many declarations of a shop there are in each view */
        get: operations["GET /v1/shops/{shop}/declaration-counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The declaration of an order with its checks and messages */
        get: operations["GET /v1/declarations/{order}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/parcel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** What the parcel weighs and how it travels; documents are built and checked anew */
        put: operations["PUT /v1/declarations/{order}/parcel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the documents anew from what is known now, and check them */
        post: operations["POST /v1/declarations/{order}/check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send what is due, the first time or after a refusal; refused while a check is red (trade_refused, reason checks_red) */
        post: operations["POST /v1/declarations/{order}/send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a list that is not released (623); give it up before it has gone */
        post: operations["POST /v1/declarations/{order}/cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply for a return (625), within 30 days of release; without lines everything that is left comes back */
        post: operations["POST /v1/declarations/{order}/return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/declarations/{order}/documents/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document as XML: names, numbers and address masked; in clear for owners, and then it is written down who read it and why */
        get: operations["GET /v1/declarations/{order}/documents/{code}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/customs-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a receipt of customs by hand */
        post: operations["POST /v1/shops/{shop}/customs-receipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A receipt from the agent’s program: signature is base64 of HMAC-SHA256 over `at.xml` with ENISHI_CUSTOMS_SECRET */
        post: operations["POST /v1/customs/receipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/payment-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announcement 179: customs asks for the payment of an order; the signed data goes up by its own way */
        post: operations["POST /v1/customs/payment-data"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop earned: pending, payable, on its way, paid out */
        get: operations["GET /v1/shops/{shop}/balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Statements by month or week, newest first */
        get: operations["GET /v1/shops/{shop}/statements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One statement */
        get: operations["GET /v1/shops/{shop}/statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/statement/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The orders of a statement, newest first */
        get: operations["GET /v1/shops/{shop}/statement/lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/shops/{shop}/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts of the shop, newest first */
        get: operations["GET /v1/shops/{shop}/payouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payouts to make and made, newest first */
        get: operations["GET /v1/payouts"];
        put?: never;
        /** Make payouts of all that is payable */
        post: operations["POST /v1/payouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payouts/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The transfer was made, or could not be */
        put: operations["PUT /v1/payouts/{id}/state"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A payment provider paid into the bank */
        post: operations["POST /v1/ledger/settlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Commission, creators’ share and payment fees by day, the latest first; a row that names a shop counts before one for all */
        get: operations["GET /v1/ledger/rates"];
        put?: never;
        /** A rate from a day on; what was sold before keeps its own */
        post: operations["POST /v1/ledger/rates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the last comparison of ledger, log and providers found */
        get: operations["GET /v1/ledger/check"];
        put?: never;
        /** Compare ledger, log and providers now */
        post: operations["POST /v1/ledger/check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold stock and freeze prices for lines or for the whole cart */
        post: operations["POST /v1/checkouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My checkout; survives reload and lost network */
        get: operations["GET /v1/checkouts/{id}"];
        put?: never;
        post?: never;
        /** Give the stock back */
        delete: operations["DELETE /v1/checkouts/{id}"];
        options?: never;
        head?: never;
        /** Other codes, or another way to send; the amounts are counted anew */
        patch: operations["PATCH /v1/checkouts/{id}"];
        trace?: never;
    };
    "/v1/checkouts/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Where it goes */
        put: operations["PUT /v1/checkouts/{id}/address"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How each order can be sent, and what that costs */
        get: operations["GET /v1/checkouts/{id}/deliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts/{id}/buyer-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether customs asks who the buyer is, the text to agree to, and what is given, masked */
        get: operations["GET /v1/checkouts/{id}/buyer-identity"];
        /** Real name and ID number of the buyer, who is the payer; kept sealed, until the declaration has ended */
        put: operations["PUT /v1/checkouts/{id}/buyer-identity"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkouts/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Place the order: the last step, after the final confirmation */
        post: operations["POST /v1/checkouts/{id}/pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Another address in the same country, until it is packed */
        put: operations["PUT /v1/orders/{id}/address"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel before it ships: money and stock go back */
        post: operations["POST /v1/orders/{id}/cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refund a part or all that is left */
        post: operations["POST /v1/orders/{id}/refund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/refund-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a cancellation of lines, a refund of lines or a settled return would give back now; nothing is written */
        post: operations["POST /v1/orders/{id}/refund-preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/price-protection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the promise of price protection brings now: of each line whose public price fell below what was paid */
        get: operations["GET /v1/orders/{id}/price-protection"];
        put?: never;
        /** The buyer takes the difference to the lowest public price within the promise */
        post: operations["POST /v1/orders/{id}/price-protection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The parcel came back: refund the rest and restock */
        post: operations["POST /v1/orders/{id}/return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/cancel-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel some lines, or pieces of them, before they are sent */
        post: operations["POST /v1/orders/{id}/cancel-lines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/parcels/{parcel}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One parcel came back: refund its pieces and restock */
        post: operations["POST /v1/orders/{id}/parcels/{parcel}/return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/returns/{returned}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a return with money or with other goods */
        post: operations["POST /v1/orders/{id}/returns/{returned}/settle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The next page of slides. `after` is a log position, or `now`: the answer has learned it */
        get: operations["GET /v1/feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop window as a grid */
        get: operations["GET /v1/mall"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mall/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first shelves: new, become cheaper (by the 30-day rule), shops; the same for everybody */
        get: operations["GET /v1/mall/home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A person's live posts */
        get: operations["GET /v1/people/{id}/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clips that show a product; buyers' first */
        get: operations["GET /v1/products/{id}/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/why/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why I was shown this */
        get: operations["GET /v1/feed/why/{post}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/expect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the recommender expects me to do with these posts if I saw them now: the probabilities that pages are ranked by. `after` as for a page */
        get: operations["GET /v1/feed/expect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/heart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the recommender is: freshness, sizes, what it damped, weights, shares of sources over the newest pages */
        get: operations["GET /v1/feed/heart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/weights/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What these weights would change, without changing anything */
        post: operations["POST /v1/feed/weights/preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the weights of the feed; they are written to its file, noted in the audit and in force when it answers */
        put: operations["PUT /v1/feed/weights"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The experiments that run, and what their arms did */
        get: operations["GET /v1/feed/experiments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feed/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the newest served pages, slot by slot, with the reasons that hold now; never for whom */
        get: operations["GET /v1/feed/requests/{id}"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/taste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the feed thinks I like: topics and authors, strongest first */
        get: operations["GET /v1/me/taste"];
        put?: never;
        post?: never;
        /** Use nothing any more of what I did; what I saw, refused, blocked and follow stays. The next page holds to it */
        delete: operations["DELETE /v1/me/taste"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/taste/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Use nothing any more of what I did to this topic. The next page holds to it */
        delete: operations["DELETE /v1/me/taste/{tag}"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How my post is shown: stage, guaranteed impressions, and what keeps it away; never who saw it */
        get: operations["GET /v1/posts/{id}/standing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insights/loop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The loop of a shop (staff) or of the platform (operator) */
        get: operations["GET /v1/insights/loop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insights/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A shop's today against yesterday and the same weekday, in its own zone, up to the same time of day */
        get: operations["GET /v1/insights/today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insights/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What brought people to a phase of a shop: shares, clips, searches */
        get: operations["GET /v1/insights/ways"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insights/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened around posts of a shop since they were published, without what their authors did */
        get: operations["GET /v1/insights/posts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/insights/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Order → content → order chains of a shop */
        get: operations["GET /v1/insights/lineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How my post was watched and found: the retention curve, reach by source, its first hour. Also for staff of its shop */
        get: operations["GET /v1/posts/{id}/numbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my post led to: people who looked further, orders */
        get: operations["GET /v1/posts/{id}/impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/posts/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the feed did with my post: tries, what came of them, the rule that decides, and why it is not shown more */
        get: operations["GET /v1/posts/{id}/ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the platform is, with what needs an operator first */
        get: operations["GET /v1/health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/jobs/{queue}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the failed jobs of a queue again */
        post: operations["POST /v1/jobs/{queue}/retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move the clock of a demo, by 0 to read it; there is none to move outside of demo mode */
        post: operations["POST /v1/demo/clock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the demo world is while it is being filled; finished where there is no demo */
        get: operations["GET /v1/demo/progress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notices, newest first, and how many are unread (100: or more) */
        get: operations["GET /v1/me/notices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of my notices are unread (100: or more) */
        get: operations["GET /v1/me/notices/unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** I have read this */
        put: operations["PUT /v1/me/notices/{id}/read"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have read all that came until then */
        post: operations["POST /v1/me/notices/read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which kinds of notices come, and where */
        get: operations["GET /v1/me/notice-settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/notice-settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Where notices of a kind come */
        put: operations["PUT /v1/me/notice-settings/{kind}"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I want to be told of: a lower price, a sold-out variant that is back */
        get: operations["GET /v1/me/alerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{id}/price-alert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell me once when the price everyone sees is below what it is now */
        put: operations["PUT /v1/products/{id}/price-alert"];
        post?: never;
        /** Do not tell me */
        delete: operations["DELETE /v1/products/{id}/price-alert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/variants/{id}/restock-alert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Tell me once when this variant can be bought again */
        put: operations["PUT /v1/variants/{id}/restock-alert"];
        post?: never;
        /** Do not tell me */
        delete: operations["DELETE /v1/variants/{id}/restock-alert"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account as operators see it: roles, shops and counts; nothing of what was bought or written */
        get: operations["GET /v1/people/{id}/account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "POST /v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    events: {
                        id: string;
                        /** @enum {string} */
                        name: "post.impression" | "post.viewed" | "product.impression" | "product.clicked" | "product.viewed" | "reviews.read" | "price_history.viewed" | "shop.viewed" | "player.measured";
                        subject: {
                            /** @enum {string} */
                            kind: "post" | "product" | "shop";
                            id: string;
                        };
                        source?: {
                            request?: string;
                            slot?: number;
                            post?: string;
                            share?: string;
                        };
                        surface?: string;
                        data: {
                            ms?: number;
                            durationMs?: number;
                            /** @enum {string} */
                            exit?: "next" | "back" | "leave" | "product" | "end";
                            /** @enum {string} */
                            surface?: "card" | "drawer" | "grid" | "search" | "shop";
                            count?: number;
                            firstFrameMs?: number;
                            ready?: number;
                            stalls?: number;
                            rung?: string;
                            bytes?: number;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                        accepted: number;
                    };
                };
            };
        };
    };
    "GET /v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        member: boolean;
                        operator: boolean;
                        creator: boolean;
                        handle: string | null;
                        name: string | null;
                        email: string | null;
                        picture: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        personalised: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            /** @enum {string} */
                            role: "owner" | "staff";
                        }[];
                    };
                };
            };
        };
    };
    "DELETE /v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PATCH /v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    handle?: string;
                    about?: string;
                    /** @enum {string} */
                    language?: "en" | "ja" | "zh";
                    personalised?: boolean;
                    creator?: boolean;
                    picture?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        member: boolean;
                        operator: boolean;
                        creator: boolean;
                        handle: string | null;
                        name: string | null;
                        email: string | null;
                        picture: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        personalised: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            /** @enum {string} */
                            role: "owner" | "staff";
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            person: string;
                            member: boolean;
                            operator: boolean;
                            creator: boolean;
                            handle: string | null;
                            name: string | null;
                            email: string | null;
                            picture: string | null;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            personalised: boolean;
                            shops: {
                                shop: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                /** @enum {string} */
                                role: "owner" | "staff";
                            }[];
                        };
                        sessions: {
                            /** Format: date-time */
                            created: string;
                            agent: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            created: string;
                            agent: string;
                            here: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "DELETE /v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    name: string;
                    handle?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        member: boolean;
                        operator: boolean;
                        creator: boolean;
                        handle: string | null;
                        name: string | null;
                        email: string | null;
                        picture: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        personalised: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            /** @enum {string} */
                            role: "owner" | "staff";
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        member: boolean;
                        operator: boolean;
                        creator: boolean;
                        handle: string | null;
                        name: string | null;
                        email: string | null;
                        picture: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        personalised: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            /** @enum {string} */
                            role: "owner" | "staff";
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        /** Format: date-time */
                        expires: string;
                    };
                };
            };
        };
    };
    "POST /v1/guests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        token: string;
                    };
                };
            };
        };
    };
    "POST /v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/password-resets/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/setup/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        person: string;
                        member: boolean;
                        operator: boolean;
                        creator: boolean;
                        handle: string | null;
                        name: string | null;
                        email: string | null;
                        picture: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        personalised: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            /** @enum {string} */
                            role: "owner" | "staff";
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/people/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        handle: string;
                        name: string;
                        picture: string | null;
                        creator: boolean;
                        about: string;
                        /** Format: date-time */
                        joined: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            /** Format: date-time */
                            opened: string;
                            suspended: boolean;
                            products: number;
                            orders: number;
                            refunded: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    slug: string;
                    name: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    about: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    country: string;
                    currency: string;
                    seller: {
                        legalName: string;
                        representative: string;
                        address: string;
                        phone: string;
                        email: string;
                        registration: string;
                        returns: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        delivery: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        taxRegistered: boolean;
                        invoiceNumber?: string;
                    };
                    picture?: string | null;
                    cover?: string | null;
                    shippingFee: string;
                    freeShippingFrom: string | null;
                    dispatchDays: number;
                    deliveryDays: {
                        from: number;
                        to: number;
                    };
                    returnDays: number;
                    protectionDays?: number;
                    delivery?: {
                        key: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        countries: string[];
                        fee: string;
                        freeFrom: string | null;
                        days: {
                            from: number;
                            to: number;
                        };
                        /** @enum {string} */
                        way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        about: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        picture: string | null;
                        cover: string | null;
                        country: string;
                        currency: string;
                        owner: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        seller: {
                            legalName: string;
                            representative: string;
                            address: string;
                            phone: string;
                            email: string;
                            registration: string;
                            returns: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            delivery: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            taxRegistered: boolean;
                            invoiceNumber?: string;
                        };
                        /** Format: date-time */
                        opened: string;
                        shippingFee: string;
                        freeShippingFrom: string | null;
                        dispatchDays: number;
                        deliveryDays: {
                            from: number;
                            to: number;
                        };
                        returnDays: number;
                        protectionDays: number;
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            countries: string[];
                            fee: string;
                            freeFrom: string | null;
                            days: {
                                from: number;
                                to: number;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        about: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        picture: string | null;
                        cover: string | null;
                        country: string;
                        currency: string;
                        owner: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        seller: {
                            legalName: string;
                            representative: string;
                            address: string;
                            phone: string;
                            email: string;
                            registration: string;
                            returns: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            delivery: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            taxRegistered: boolean;
                            invoiceNumber?: string;
                        };
                        /** Format: date-time */
                        opened: string;
                        shippingFee: string;
                        freeShippingFrom: string | null;
                        dispatchDays: number;
                        deliveryDays: {
                            from: number;
                            to: number;
                        };
                        returnDays: number;
                        protectionDays: number;
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            countries: string[];
                            fee: string;
                            freeFrom: string | null;
                            days: {
                                from: number;
                                to: number;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                        }[];
                    };
                };
            };
        };
    };
    "PATCH /v1/shops/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    about?: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    country?: string;
                    currency?: string;
                    seller?: {
                        legalName: string;
                        representative: string;
                        address: string;
                        phone: string;
                        email: string;
                        registration: string;
                        returns: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        delivery: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        taxRegistered: boolean;
                        invoiceNumber?: string;
                    };
                    picture?: string | null;
                    cover?: string | null;
                    shippingFee?: string;
                    freeShippingFrom?: string | null;
                    dispatchDays?: number;
                    deliveryDays?: {
                        from: number;
                        to: number;
                    };
                    returnDays?: number;
                    protectionDays?: number;
                    delivery?: {
                        key: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        countries: string[];
                        fee: string;
                        freeFrom: string | null;
                        days: {
                            from: number;
                            to: number;
                        };
                        /** @enum {string} */
                        way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        slug: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        about: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        picture: string | null;
                        cover: string | null;
                        country: string;
                        currency: string;
                        owner: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        seller: {
                            legalName: string;
                            representative: string;
                            address: string;
                            phone: string;
                            email: string;
                            registration: string;
                            returns: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            delivery: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            taxRegistered: boolean;
                            invoiceNumber?: string;
                        };
                        /** Format: date-time */
                        opened: string;
                        shippingFee: string;
                        freeShippingFrom: string | null;
                        dispatchDays: number;
                        deliveryDays: {
                            from: number;
                            to: number;
                        };
                        returnDays: number;
                        protectionDays: number;
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            countries: string[];
                            fee: string;
                            freeFrom: string | null;
                            days: {
                                from: number;
                                to: number;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{slug}/staff": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            person: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            /** @enum {string} */
                            role: "owner" | "staff";
                            /** Format: date-time */
                            since: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{slug}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    handle: string;
                    /** @enum {string} */
                    role: "owner" | "staff";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "DELETE /v1/shops/{slug}/staff/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PATCH /v1/shops/{slug}/staff/{person}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "staff";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{slug}/invitations": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            email: string;
                            /** @enum {string} */
                            role: "owner" | "staff";
                            by: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            } | null;
                            /** Format: date-time */
                            sent: string;
                            /** Format: date-time */
                            expires: string;
                            expired: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "staff";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "staff";
                        by: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        } | null;
                        /** Format: date-time */
                        sent: string;
                        /** Format: date-time */
                        expires: string;
                        expired: boolean;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{slug}/invitations/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "staff";
                        by: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        } | null;
                        /** Format: date-time */
                        sent: string;
                        /** Format: date-time */
                        expires: string;
                        expired: boolean;
                    };
                };
            };
        };
    };
    "DELETE /v1/shops/{slug}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "staff";
                        /** Format: date-time */
                        expires: string;
                    };
                };
            };
        };
    };
    "POST /v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shop: string;
                        slug: string;
                    };
                };
            };
        };
    };
    "DELETE /v1/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/audit": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                action?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            at: string;
                            by: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            } | null;
                            action: string;
                            about: string;
                            detail: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/people": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                words?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                            email: string;
                            /** Format: date-time */
                            joined: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        /** @enum {string} */
                        kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                        id: string;
                    };
                    /** @enum {string} */
                    reason: "spam" | "counterfeit" | "misleading" | "hidden_ad" | "unsafe" | "hate" | "nudity" | "personal_data" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
        };
    };
    "GET /v1/moderation/queue": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "removed" | "kept";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            subject: {
                                /** @enum {string} */
                                kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                                id: string;
                            };
                            reports: {
                                count: string;
                                reasons: string;
                            };
                            /** Format: date-time */
                            firstAt: string;
                            /** Format: date-time */
                            lastAt: string;
                            notes: string;
                            signals: {
                                /** @enum {string} */
                                flag: "copy" | "nudity";
                                of: string | null;
                                share: number | null;
                            }[];
                            /** @enum {string} */
                            state: "open" | "removed" | "kept";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/moderation/decisions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                kind?: string;
                id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            subject: {
                                /** @enum {string} */
                                kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                                id: string;
                            };
                            /** @enum {string} */
                            action: "remove" | "restore" | "keep";
                            reason: string;
                            explanation: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/moderation/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        /** @enum {string} */
                        kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                        id: string;
                    };
                    /** @enum {string} */
                    action: "remove" | "restore" | "keep";
                    /** @enum {string} */
                    reason: "spam" | "counterfeit" | "misleading" | "hidden_ad" | "unsafe" | "hate" | "nudity" | "personal_data" | "other";
                    explanation: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject: {
                            /** @enum {string} */
                            kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                            id: string;
                        };
                        /** @enum {string} */
                        action: "remove" | "restore" | "keep";
                        reason: string;
                        explanation: string;
                        by: string;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    "GET /v1/moderation/statements/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decision: {
                            id: string;
                            subject: {
                                /** @enum {string} */
                                kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                                id: string;
                            };
                            /** @enum {string} */
                            action: "remove" | "restore" | "keep";
                            reason: string;
                            explanation: string;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        appeal: {
                            /** Format: date-time */
                            until: string;
                            made: {
                                id: string;
                                text: string;
                                /** Format: date-time */
                                at: string;
                                outcome: ("upheld" | "reversed") | null;
                                explanation: string | null;
                                answered: string | null;
                            } | null;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/decisions": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            decision: {
                                id: string;
                                subject: {
                                    /** @enum {string} */
                                    kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                                    id: string;
                                };
                                /** @enum {string} */
                                action: "remove" | "restore" | "keep";
                                reason: string;
                                explanation: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            appeal: {
                                /** Format: date-time */
                                until: string;
                                made: {
                                    id: string;
                                    text: string;
                                    /** Format: date-time */
                                    at: string;
                                    outcome: ("upheld" | "reversed") | null;
                                    explanation: string | null;
                                    answered: string | null;
                                } | null;
                            } | null;
                            holds: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/moderation/appeals": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "answered";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            decision: {
                                id: string;
                                subject: {
                                    /** @enum {string} */
                                    kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                                    id: string;
                                };
                                /** @enum {string} */
                                action: "remove" | "restore" | "keep";
                                reason: string;
                                explanation: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            appeal: {
                                /** Format: date-time */
                                until: string;
                                made: {
                                    id: string;
                                    text: string;
                                    /** Format: date-time */
                                    at: string;
                                    outcome: ("upheld" | "reversed") | null;
                                    explanation: string | null;
                                    answered: string | null;
                                } | null;
                            };
                            own: boolean;
                            mayAnswer: boolean;
                        }[];
                        next: string | null;
                        operators: number;
                    };
                };
            };
        };
    };
    "POST /v1/moderation/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        /** @enum {string} */
                        kind: "post" | "comment" | "product" | "review" | "person" | "shop";
                        id: string;
                    };
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        until: string;
                        made: {
                            id: string;
                            text: string;
                            /** Format: date-time */
                            at: string;
                            outcome: ("upheld" | "reversed") | null;
                            explanation: string | null;
                            answered: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/moderation/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reports: number;
                        appeals: number;
                    };
                };
            };
        };
    };
    "POST /v1/moderation/appeals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "reversed";
                    explanation: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        until: string;
                        made: {
                            id: string;
                            text: string;
                            /** Format: date-time */
                            at: string;
                            outcome: ("upheld" | "reversed") | null;
                            explanation: string | null;
                            answered: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: ("video" | "picture") | null;
                        /** @enum {string} */
                        state: "uploading" | "probing" | "processing" | "ready" | "held" | "refused";
                        progress: number;
                        /** @enum {string} */
                        watchable: "no" | "first_rung" | "all";
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        picture: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        } | null;
                        source: {
                            width: number;
                            height: number;
                            length: number;
                        } | null;
                        /** Format: date-time */
                        created: string;
                    };
                };
            };
        };
    };
    "GET /v1/media-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        videoBytes: number;
                        videoSeconds: number;
                        pictureBytes: number;
                        pictureMegapixels: number;
                        overlayBytes: number;
                        overlayMegapixels: number;
                        heldBytes: number;
                        heldFiles: number;
                        videoTypes: string[];
                        pictureTypes: string[];
                        left: {
                            files: number;
                            bytes: number;
                            openUploads: number;
                        };
                    };
                };
            };
        };
    };
    "POST /v1/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    list: {
                        /** @enum {number} */
                        version: 1;
                        /** @enum {string} */
                        frame: "9:16" | "4:5" | "1:1";
                        pieces: {
                            id: string;
                            source: string;
                            in: number;
                            out: number;
                            zoom: number;
                            x: number;
                            y: number;
                        }[];
                        overlays: {
                            id: string;
                            /** @enum {string} */
                            kind: "text" | "sticker";
                            words: string;
                            style: string;
                            picture: string;
                            from: number;
                            to: number;
                            x: number;
                            y: number;
                            width: number;
                            height: number;
                        }[];
                        blurs: {
                            id: string;
                            from: number;
                            to: number;
                            x: number;
                            y: number;
                            width: number;
                            height: number;
                        }[];
                        gain: number;
                        music: {
                            piece: string;
                            gain: number;
                            in: number;
                            fade: number;
                        } | null;
                        cover: number;
                        tags: {
                            product: string;
                            x: number;
                            y: number;
                            from: number;
                            to: number;
                        }[];
                        cues: {
                            words: string;
                            from: number;
                            to: number;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: ("video" | "picture") | null;
                        /** @enum {string} */
                        state: "uploading" | "probing" | "processing" | "ready" | "held" | "refused";
                        progress: number;
                        /** @enum {string} */
                        watchable: "no" | "first_rung" | "all";
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        picture: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        } | null;
                        source: {
                            width: number;
                            height: number;
                            length: number;
                        } | null;
                        /** Format: date-time */
                        created: string;
                    };
                };
            };
        };
    };
    "GET /v1/music": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                hidden?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            title: {
                                en: string;
                                ja: string;
                                zh: string;
                            };
                            /** @enum {string} */
                            mood: "calm" | "bright" | "warm" | "lively" | "dreamy";
                            length: number;
                            url: string;
                            credit: {
                                en: string;
                                ja: string;
                                zh: string;
                            };
                            hidden: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/music": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    upload: string;
                    title: {
                        en: string;
                        ja: string;
                        zh: string;
                    };
                    /** @enum {string} */
                    mood: "calm" | "bright" | "warm" | "lively" | "dreamy";
                    credit: {
                        en: string;
                        ja: string;
                        zh: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: {
                            en: string;
                            ja: string;
                            zh: string;
                        };
                        /** @enum {string} */
                        mood: "calm" | "bright" | "warm" | "lively" | "dreamy";
                        length: number;
                        url: string;
                        credit: {
                            en: string;
                            ja: string;
                            zh: string;
                        };
                        hidden: boolean;
                    };
                };
            };
        };
    };
    "PATCH /v1/music/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    title?: {
                        en: string;
                        ja: string;
                        zh: string;
                    };
                    /** @enum {string} */
                    mood?: "calm" | "bright" | "warm" | "lively" | "dreamy";
                    credit?: {
                        en: string;
                        ja: string;
                        zh: string;
                    };
                    hidden?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        title: {
                            en: string;
                            ja: string;
                            zh: string;
                        };
                        /** @enum {string} */
                        mood: "calm" | "bright" | "warm" | "lively" | "dreamy";
                        length: number;
                        url: string;
                        credit: {
                            en: string;
                            ja: string;
                            zh: string;
                        };
                        hidden: boolean;
                    };
                };
            };
        };
    };
    "PUT /v1/media/{id}/captions/{language}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                language: "en" | "ja" | "zh";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cues: {
                        fromMs: number;
                        toMs: number;
                        text: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        kind: ("video" | "picture") | null;
                        /** @enum {string} */
                        state: "uploading" | "probing" | "processing" | "ready" | "held" | "refused";
                        progress: number;
                        /** @enum {string} */
                        watchable: "no" | "first_rung" | "all";
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        picture: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        } | null;
                        source: {
                            width: number;
                            height: number;
                            length: number;
                        } | null;
                        /** Format: date-time */
                        created: string;
                    };
                };
            };
        };
    };
    "POST /v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    caption: string;
                    /** @enum {string} */
                    language?: "en" | "ja" | "zh";
                    products: {
                        product: string;
                        fromMs: number;
                        toMs: number;
                        x?: number;
                        y?: number;
                    }[];
                    /** @enum {string} */
                    disclosure?: "own_product" | "paid" | "gift" | "none";
                    shop?: string | null;
                    video?: string | null;
                    pictures?: string[];
                    grownFrom?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        } | null;
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        language: string;
                        tags: string[];
                        /** @enum {string} */
                        disclosure: "own_product" | "paid" | "gift" | "none";
                        boughtIt: boolean;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        products: {
                            card: {
                                id: string;
                                shop: {
                                    id: string;
                                    slug: string;
                                    name: {
                                        en?: string;
                                        ja?: string;
                                        zh?: string;
                                    };
                                    picture: string | null;
                                    country: string;
                                    owner: string;
                                };
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                thumbhash: string | null;
                                price: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                struck: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                rating: string | null;
                                ratings: number;
                                available: number;
                                variant: string | null;
                            };
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        counts: {
                            likes: number;
                            saves: number;
                            comments: number;
                            shares: number;
                        };
                        mine: {
                            liked: boolean;
                            saved: boolean;
                            follows: boolean;
                            author: boolean;
                        };
                        /** Format: date-time */
                        published: string;
                        slot: {
                            request: string;
                            index: number;
                            source: string;
                            reasons: string[];
                        } | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PATCH /v1/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    caption?: string;
                    /** @enum {string} */
                    language?: "en" | "ja" | "zh";
                    products?: {
                        product: string;
                        fromMs: number;
                        toMs: number;
                        x?: number;
                        y?: number;
                    }[];
                    /** @enum {string} */
                    disclosure?: "own_product" | "paid" | "gift" | "none";
                    shop?: string | null;
                    video?: string | null;
                    pictures?: string[];
                    grownFrom?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/posts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "scheduled" | "processing" | "live" | "removed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            author: string;
                            shop: string | null;
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "processing" | "live" | "removed";
                            /** @enum {string} */
                            format: "video" | "pictures";
                            caption: string;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            tags: string[];
                            mentions: {
                                handle: string;
                                person: string;
                            }[];
                            products: {
                                product: string;
                                fromMs: number;
                                toMs: number;
                                x?: number;
                                y?: number;
                            }[];
                            disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                            grownFrom: string | null;
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            progress: number;
                            refusal: {
                                code: string;
                                message: string;
                            } | null;
                            removal: {
                                reason: string;
                                explanation: string;
                            } | null;
                            /** Format: date-time */
                            created: string;
                            scheduled: string | null;
                            published: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/posts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/posted": {
        parameters: {
            query: {
                media: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            published: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/posts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "scheduled" | "processing" | "live" | "removed";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            author: string;
                            shop: string | null;
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "processing" | "live" | "removed";
                            /** @enum {string} */
                            format: "video" | "pictures";
                            caption: string;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            tags: string[];
                            mentions: {
                                handle: string;
                                person: string;
                            }[];
                            products: {
                                product: string;
                                fromMs: number;
                                toMs: number;
                                x?: number;
                                y?: number;
                            }[];
                            disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                            grownFrom: string | null;
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            progress: number;
                            refusal: {
                                code: string;
                                message: string;
                            } | null;
                            removal: {
                                reason: string;
                                explanation: string;
                            } | null;
                            /** Format: date-time */
                            created: string;
                            scheduled: string | null;
                            published: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "PUT /v1/posts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/posts/{id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/posts/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        author: string;
                        shop: string | null;
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        /** @enum {string} */
                        format: "video" | "pictures";
                        caption: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        tags: string[];
                        mentions: {
                            handle: string;
                            person: string;
                        }[];
                        products: {
                            product: string;
                            fromMs: number;
                            toMs: number;
                            x?: number;
                            y?: number;
                        }[];
                        disclosure: ("own_product" | "paid" | "gift" | "none") | null;
                        grownFrom: string | null;
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        progress: number;
                        refusal: {
                            code: string;
                            message: string;
                        } | null;
                        removal: {
                            reason: string;
                            explanation: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        scheduled: string | null;
                        published: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "archived" | "removed";
                        version: number;
                        /** @enum {string} */
                        category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        description: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        specs: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            value: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        tags: string[];
                        options: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            values: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                        }[];
                        variants: {
                            id: string;
                            sku: string;
                            gtin: string | null;
                            choice: string[];
                            weightGrams: number;
                            available: number;
                            picture: string | null;
                        }[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        maker: {
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            place: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                        } | null;
                        responsible: {
                            name: string;
                            address: string;
                            email: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        drafts: {
                            en?: {
                                name: string;
                                description: string;
                            };
                            ja?: {
                                name: string;
                                description: string;
                            };
                            zh?: {
                                name: string;
                                description: string;
                            };
                        } | null;
                        written: {
                            en?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            ja?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            zh?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    "PATCH /v1/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    category?: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                    name?: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    description?: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    drafts?: {
                        en?: {
                            name: string;
                            description: string;
                        };
                        ja?: {
                            name: string;
                            description: string;
                        };
                        zh?: {
                            name: string;
                            description: string;
                        };
                    };
                    specs?: {
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        value: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                    }[];
                    tags?: string[];
                    maker?: {
                        text: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        place: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        pictures: string[];
                    } | null;
                    responsible?: {
                        name: string;
                        address: string;
                        email: string;
                    } | null;
                    pictures?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "archived" | "removed";
                        version: number;
                        /** @enum {string} */
                        category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        description: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        specs: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            value: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        tags: string[];
                        options: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            values: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                        }[];
                        variants: {
                            id: string;
                            sku: string;
                            gtin: string | null;
                            choice: string[];
                            weightGrams: number;
                            available: number;
                            picture: string | null;
                        }[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        maker: {
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            place: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                        } | null;
                        responsible: {
                            name: string;
                            address: string;
                            email: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        drafts: {
                            en?: {
                                name: string;
                                description: string;
                            };
                            ja?: {
                                name: string;
                                description: string;
                            };
                            zh?: {
                                name: string;
                                description: string;
                            };
                        } | null;
                        written: {
                            en?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            ja?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            zh?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/products": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "live" | "archived" | "removed";
                words?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            shop: string;
                            /** @enum {string} */
                            state: "draft" | "live" | "archived" | "removed";
                            version: number;
                            /** @enum {string} */
                            category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            description: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            specs: {
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                value: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                            tags: string[];
                            options: {
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                values: {
                                    key: string;
                                    name: {
                                        en?: string;
                                        ja?: string;
                                        zh?: string;
                                    };
                                }[];
                            }[];
                            variants: {
                                id: string;
                                sku: string;
                                gtin: string | null;
                                choice: string[];
                                weightGrams: number;
                                available: number;
                                picture: string | null;
                            }[];
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            maker: {
                                text: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                place: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                pictures: {
                                    id: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    thumbhash: string;
                                }[];
                            } | null;
                            responsible: {
                                name: string;
                                address: string;
                                email: string;
                            } | null;
                            /** Format: date-time */
                            created: string;
                            drafts: {
                                en?: {
                                    name: string;
                                    description: string;
                                };
                                ja?: {
                                    name: string;
                                    description: string;
                                };
                                zh?: {
                                    name: string;
                                    description: string;
                                };
                            } | null;
                            written: {
                                en?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                                ja?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                                zh?: {
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/products": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                    name: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    description: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    drafts?: {
                        en?: {
                            name: string;
                            description: string;
                        };
                        ja?: {
                            name: string;
                            description: string;
                        };
                        zh?: {
                            name: string;
                            description: string;
                        };
                    };
                    specs?: {
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        value: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                    }[];
                    tags?: string[];
                    options: {
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        values: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                    }[];
                    variants: {
                        sku: string;
                        gtin?: string | null;
                        choice: string[];
                        weightGrams: number;
                        picture?: string | null;
                        onHand?: number;
                        safety?: number;
                    }[];
                    pictures: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "archived" | "removed";
                        version: number;
                        /** @enum {string} */
                        category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        description: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        specs: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            value: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        tags: string[];
                        options: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            values: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                        }[];
                        variants: {
                            id: string;
                            sku: string;
                            gtin: string | null;
                            choice: string[];
                            weightGrams: number;
                            available: number;
                            picture: string | null;
                        }[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        maker: {
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            place: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                        } | null;
                        responsible: {
                            name: string;
                            address: string;
                            email: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        drafts: {
                            en?: {
                                name: string;
                                description: string;
                            };
                            ja?: {
                                name: string;
                                description: string;
                            };
                            zh?: {
                                name: string;
                                description: string;
                            };
                        } | null;
                        written: {
                            en?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            ja?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            zh?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/products/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "archived" | "removed";
                        version: number;
                        /** @enum {string} */
                        category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        description: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        specs: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            value: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        tags: string[];
                        options: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            values: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                        }[];
                        variants: {
                            id: string;
                            sku: string;
                            gtin: string | null;
                            choice: string[];
                            weightGrams: number;
                            available: number;
                            picture: string | null;
                        }[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        maker: {
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            place: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                        } | null;
                        responsible: {
                            name: string;
                            address: string;
                            email: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        drafts: {
                            en?: {
                                name: string;
                                description: string;
                            };
                            ja?: {
                                name: string;
                                description: string;
                            };
                            zh?: {
                                name: string;
                                description: string;
                            };
                        } | null;
                        written: {
                            en?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            ja?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            zh?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        variant: string;
                        onHand: number;
                        reserved: number;
                        safety: number;
                        sold: number;
                        available: number;
                        bundle: boolean;
                        lowAt: number | null;
                        levels: {
                            location: string;
                            onHand: number;
                            reserved: number;
                            safety: number;
                        }[];
                        components: {
                            variant: string;
                            sku: string;
                            quantity: number;
                            available: number;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/variants/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: number;
                    /** @enum {string} */
                    reason: "received" | "counted" | "damaged" | "returned";
                    safety?: number;
                    location?: string;
                    lot?: string;
                    bestBefore?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        variant: string;
                        onHand: number;
                        reserved: number;
                        safety: number;
                        sold: number;
                        available: number;
                        bundle: boolean;
                        lowAt: number | null;
                        levels: {
                            location: string;
                            onHand: number;
                            reserved: number;
                            safety: number;
                        }[];
                        components: {
                            variant: string;
                            sku: string;
                            quantity: number;
                            available: number;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/variants/{id}/components": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    components: {
                        variant: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        variant: string;
                        onHand: number;
                        reserved: number;
                        safety: number;
                        sold: number;
                        available: number;
                        bundle: boolean;
                        lowAt: number | null;
                        levels: {
                            location: string;
                            onHand: number;
                            reserved: number;
                            safety: number;
                        }[];
                        components: {
                            variant: string;
                            sku: string;
                            quantity: number;
                            available: number;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/variants/{id}/low-stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        variant: string;
                        onHand: number;
                        reserved: number;
                        safety: number;
                        sold: number;
                        available: number;
                        bundle: boolean;
                        lowAt: number | null;
                        levels: {
                            location: string;
                            onHand: number;
                            reserved: number;
                            safety: number;
                        }[];
                        components: {
                            variant: string;
                            sku: string;
                            quantity: number;
                            available: number;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        locations: {
                            id: string;
                            name: string;
                            active: boolean;
                            pieces: number;
                        }[];
                        variants: {
                            variant: string;
                            onHand: number;
                            reserved: number;
                            safety: number;
                            sold: number;
                            available: number;
                            bundle: boolean;
                            lowAt: number | null;
                            levels: {
                                location: string;
                                onHand: number;
                                reserved: number;
                                safety: number;
                            }[];
                            components: {
                                variant: string;
                                sku: string;
                                quantity: number;
                                available: number;
                            }[];
                        }[];
                        lots: {
                            variant: string;
                            location: string;
                            lot: string | null;
                            bestBefore: string | null;
                            received: number;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/movements": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            variant: string;
                            location: string;
                            /** @enum {string} */
                            kind: "opening" | "received" | "counted" | "damaged" | "returned" | "reserved" | "released" | "sold" | "restocked";
                            onHand: number;
                            reserved: number;
                            sold: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            lot: string | null;
                            bestBefore: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            active: boolean;
                            pieces: number;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/locations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            active: boolean;
                            pieces: number;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/shops/{shop}/locations/order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    locations: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            active: boolean;
                            pieces: number;
                        }[];
                    };
                };
            };
        };
    };
    "PATCH /v1/locations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    active?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            active: boolean;
                            pieces: number;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/offers": {
        parameters: {
            query?: {
                market?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        offers: {
                            variant: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            basis: ("lowest_before" | "recent_price" | "lowest_executed" | "last_executed") | null;
                            percent: number;
                            taxIncluded: boolean;
                            taxPercent: number;
                        }[];
                        from: {
                            minor: string;
                            currency: string;
                        } | null;
                        /** Format: date-time */
                        asOf: string;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/price-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        points: {
                            /** Format: date-time */
                            at: string;
                            variant: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        variants: {
                            variant: string;
                            /** Format: date-time */
                            since: string;
                            low30: {
                                minor: string;
                                currency: string;
                            };
                            low90: {
                                minor: string;
                                currency: string;
                            };
                            /** Format: date-time */
                            low90At: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            from: string;
                            to: string;
                            rate: string;
                            mid: string;
                            spreadBps: number;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source: string;
                    rates: {
                        from: string;
                        to: string;
                        mid: string;
                        spreadBps: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            from: string;
                            to: string;
                            rate: string;
                            mid: string;
                            spreadBps: number;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/market-prices": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            variant: string;
                            market: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/variants/{id}/market-prices/{market}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                market: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    price: {
                        minor: string;
                        currency: string;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            variant: string;
                            market: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/variants/{id}/price": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    price: {
                        minor: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        variant: string;
                        price: {
                            minor: string;
                            currency: string;
                        };
                        struck: {
                            minor: string;
                            currency: string;
                        } | null;
                        basis: ("lowest_before" | "recent_price" | "lowest_executed" | "last_executed") | null;
                        percent: number;
                        taxIncluded: boolean;
                        taxPercent: number;
                    };
                };
            };
        };
    };
    "POST /v1/products/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        state: "draft" | "live" | "archived" | "removed";
                        version: number;
                        /** @enum {string} */
                        category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        description: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        specs: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            value: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        tags: string[];
                        options: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            values: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                            }[];
                        }[];
                        variants: {
                            id: string;
                            sku: string;
                            gtin: string | null;
                            choice: string[];
                            weightGrams: number;
                            available: number;
                            picture: string | null;
                        }[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        maker: {
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            place: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                        } | null;
                        responsible: {
                            name: string;
                            address: string;
                            email: string;
                        } | null;
                        /** Format: date-time */
                        created: string;
                        drafts: {
                            en?: {
                                name: string;
                                description: string;
                            };
                            ja?: {
                                name: string;
                                description: string;
                            };
                            zh?: {
                                name: string;
                                description: string;
                            };
                        } | null;
                        written: {
                            en?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            ja?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            zh?: {
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/desk/products": {
        parameters: {
            query?: {
                state?: "draft" | "live" | "archived" | "removed";
                category?: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                stock?: "out" | "low" | "in";
                lacks?: "picture" | "text" | "price" | "anything";
                waiting?: boolean;
                changedDays?: number;
                tag?: string;
                words?: string;
                cursor?: string;
                limit?: number;
                sort?: "created" | "changed" | "name" | "price" | "stock";
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            state: "draft" | "live" | "archived" | "removed";
                            version: number;
                            /** @enum {string} */
                            category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            tags: string[];
                            cover: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            } | null;
                            variants: {
                                id: string;
                                sku: string;
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                available: number;
                                price: {
                                    minor: string;
                                    currency: string;
                                } | null;
                            }[];
                            lacks: ("picture" | "text" | "price")[];
                            waiting: ("en" | "ja" | "zh")[];
                            /** Format: date-time */
                            changed: string;
                        }[];
                        next: string | null;
                        total: number | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/desk/product-ids": {
        parameters: {
            query?: {
                state?: "draft" | "live" | "archived" | "removed";
                category?: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                stock?: "out" | "low" | "in";
                lacks?: "picture" | "text" | "price" | "anything";
                waiting?: boolean;
                changedDays?: number;
                tag?: string;
                words?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ids: string[];
                        more: boolean;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/desk/product-counts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        all: number;
                        draft: number;
                        live: number;
                        archived: number;
                        removed: number;
                        out: number;
                        low: number;
                        unready: number;
                        waiting: number;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/desk/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    products: string[];
                    change: {
                        /** @enum {string} */
                        do: "publish" | "archive" | "add_tag" | "remove_tag" | "category" | "price" | "stock" | "approve_texts";
                        tag?: string;
                        /** @enum {string} */
                        category?: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                        price?: {
                            /** @enum {string} */
                            how: "set" | "raise" | "lower";
                            amount?: {
                                minor: string;
                                currency: string;
                            };
                            hundredths?: number;
                        };
                        stock?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        results: {
                            product: string;
                            refused: {
                                code: string;
                                message: string;
                                details?: {
                                    [key: string]: unknown;
                                };
                            } | null;
                            row: {
                                id: string;
                                /** @enum {string} */
                                state: "draft" | "live" | "archived" | "removed";
                                version: number;
                                /** @enum {string} */
                                category: "ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other";
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                tags: string[];
                                cover: {
                                    id: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    thumbhash: string;
                                } | null;
                                variants: {
                                    id: string;
                                    sku: string;
                                    choice: {
                                        en?: string;
                                        ja?: string;
                                        zh?: string;
                                    }[];
                                    available: number;
                                    price: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                }[];
                                lacks: ("picture" | "text" | "price")[];
                                waiting: ("en" | "ja" | "zh")[];
                                /** Format: date-time */
                                changed: string;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/desk/price-preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    products: string[];
                    price: {
                        /** @enum {string} */
                        how: "set" | "raise" | "lower";
                        amount?: {
                            minor: string;
                            currency: string;
                        };
                        hundredths?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        lines: {
                            product: string;
                            variant: string;
                            sku: string;
                            from: {
                                minor: string;
                                currency: string;
                            } | null;
                            to: {
                                minor: string;
                                currency: string;
                            } | null;
                            refused: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            shop: string;
                            name: string;
                            url: string | null;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                            /** @enum {string} */
                            state: "reading" | "previewed" | "importing" | "done" | "failed";
                            fault: {
                                code: string;
                                message: string;
                                row: number | null;
                            } | null;
                            total: number;
                            done: number;
                            counts: {
                                create: number;
                                update: number;
                                unchanged: number;
                                refused: number;
                                waiting: number;
                                draft: number;
                            };
                            scheduled: boolean;
                            /** Format: date-time */
                            created: string;
                            finished: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /** @enum {string} */
                    language: "en" | "ja" | "zh";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        name: string;
                        url: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                        /** @enum {string} */
                        state: "reading" | "previewed" | "importing" | "done" | "failed";
                        fault: {
                            code: string;
                            message: string;
                            row: number | null;
                        } | null;
                        total: number;
                        done: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            refused: number;
                            waiting: number;
                            draft: number;
                        };
                        scheduled: boolean;
                        /** Format: date-time */
                        created: string;
                        finished: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        name: string;
                        url: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                        /** @enum {string} */
                        state: "reading" | "previewed" | "importing" | "done" | "failed";
                        fault: {
                            code: string;
                            message: string;
                            row: number | null;
                        } | null;
                        total: number;
                        done: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            refused: number;
                            waiting: number;
                            draft: number;
                        };
                        scheduled: boolean;
                        /** Format: date-time */
                        created: string;
                        finished: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/imports/{id}/rows": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                outcome?: "create" | "update" | "unchanged" | "refused" | "draft";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            n: number;
                            row: number;
                            rows: number;
                            handle: string;
                            title: string | null;
                            /** @enum {string} */
                            outcome: "create" | "update" | "unchanged" | "refused";
                            changes: ("name" | "description" | "brand" | "tags" | "maker" | "responsible" | "variants" | "price" | "stock" | "safety" | "bundle" | "pictures" | "customs")[];
                            fault: {
                                code: string;
                                message: string;
                                column: string | null;
                            } | null;
                            warnings: {
                                /** @enum {string} */
                                code: "stock_untracked" | "compare_price_ignored" | "gtin_ignored" | "text_cut" | "tags_cut" | "picture_ignored" | "weight_ignored" | "customs_ignored" | "rows_apart" | "sku_made" | "variant_not_in_file" | "stays_live" | "price_missing";
                                row: number;
                                column: string | null;
                            }[];
                            imported: boolean;
                            product: string | null;
                            settling: ("waiting" | "done" | "failed") | null;
                            reason: {
                                code: string;
                                message: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        name: string;
                        url: string | null;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                        /** @enum {string} */
                        state: "reading" | "previewed" | "importing" | "done" | "failed";
                        fault: {
                            code: string;
                            message: string;
                            row: number | null;
                        } | null;
                        total: number;
                        done: number;
                        counts: {
                            create: number;
                            update: number;
                            unchanged: number;
                            refused: number;
                            waiting: number;
                            draft: number;
                        };
                        scheduled: boolean;
                        /** Format: date-time */
                        created: string;
                        finished: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/import-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            url: string;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            /** @enum {string} */
                            every: "hourly" | "daily";
                            /** Format: date-time */
                            next: string;
                            last: {
                                id: string;
                                shop: string;
                                name: string;
                                url: string | null;
                                /** @enum {string} */
                                language: "en" | "ja" | "zh";
                                kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                                /** @enum {string} */
                                state: "reading" | "previewed" | "importing" | "done" | "failed";
                                fault: {
                                    code: string;
                                    message: string;
                                    row: number | null;
                                } | null;
                                total: number;
                                done: number;
                                counts: {
                                    create: number;
                                    update: number;
                                    unchanged: number;
                                    refused: number;
                                    waiting: number;
                                    draft: number;
                                };
                                scheduled: boolean;
                                /** Format: date-time */
                                created: string;
                                finished: string | null;
                            } | null;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/import-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    url: string;
                    /** @enum {string} */
                    language: "en" | "ja" | "zh";
                    /** @enum {string} */
                    every: "hourly" | "daily";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                        /** @enum {string} */
                        language: "en" | "ja" | "zh";
                        /** @enum {string} */
                        every: "hourly" | "daily";
                        /** Format: date-time */
                        next: string;
                        last: {
                            id: string;
                            shop: string;
                            name: string;
                            url: string | null;
                            /** @enum {string} */
                            language: "en" | "ja" | "zh";
                            kind: ("shopify_csv" | "google_xml" | "google_tsv") | null;
                            /** @enum {string} */
                            state: "reading" | "previewed" | "importing" | "done" | "failed";
                            fault: {
                                code: string;
                                message: string;
                                row: number | null;
                            } | null;
                            total: number;
                            done: number;
                            counts: {
                                create: number;
                                update: number;
                                unchanged: number;
                                refused: number;
                                waiting: number;
                                draft: number;
                            };
                            scheduled: boolean;
                            /** Format: date-time */
                            created: string;
                            finished: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/shops/{shop}/import-schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PUT /v1/posts/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "DELETE /v1/posts/{id}/like": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "PUT /v1/posts/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "DELETE /v1/posts/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "PUT /v1/products/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "DELETE /v1/products/{id}/save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        count: number;
                    };
                };
            };
        };
    };
    "GET /v1/me/saves": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                kind?: "post" | "product";
                collection?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "post" | "product";
                            id: string;
                            /** Format: date-time */
                            at: string;
                            collection: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "PUT /v1/me/saves/{subject}/collection": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subject: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    collection: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/me/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            count: number;
                            cover: {
                                /** @enum {string} */
                                kind: "post" | "product";
                                id: string;
                            } | null;
                            /** Format: date-time */
                            made: string;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/me/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        count: number;
                        cover: {
                            /** @enum {string} */
                            kind: "post" | "product";
                            id: string;
                        } | null;
                        /** Format: date-time */
                        made: string;
                    };
                };
            };
        };
    };
    "DELETE /v1/me/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PATCH /v1/me/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    cover?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        count: number;
                        cover: {
                            /** @enum {string} */
                            kind: "post" | "product";
                            id: string;
                        } | null;
                        /** Format: date-time */
                        made: string;
                    };
                };
            };
        };
    };
    "GET /v1/me/follows": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            person: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            } | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/likes": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/comments": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            post: string;
                            parent: string | null;
                            text: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "PUT /v1/posts/{id}/not-interested": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "DELETE /v1/posts/{id}/not-interested": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PUT /v1/people/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        followers: number;
                    };
                };
            };
        };
    };
    "DELETE /v1/people/{id}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        on: boolean;
                        followers: number;
                    };
                };
            };
        };
    };
    "PUT /v1/people/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "DELETE /v1/people/{id}/block": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/people/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        followers: number;
                        following: number;
                        iFollow: boolean;
                        iBlock: boolean;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}/comments": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                parent?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            post: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            text: string;
                            parent: string | null;
                            replies: number;
                            boughtThis: boolean;
                            mine: boolean;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/posts/{id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    parent?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        post: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        text: string;
                        parent: string | null;
                        replies: number;
                        boughtThis: boolean;
                        mine: boolean;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/unanswered-comments": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            post: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            text: string;
                            parent: string | null;
                            replies: number;
                            boughtThis: boolean;
                            mine: boolean;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        post: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        text: string;
                        parent: string | null;
                        replies: number;
                        boughtThis: boolean;
                        mine: boolean;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
        };
    };
    "DELETE /v1/comments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: {
                        /** @enum {string} */
                        kind: "post" | "product" | "shop";
                        id: string;
                    };
                    grownFrom?: string | null;
                    source?: {
                        request?: string;
                        slot?: number;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        url: string;
                    };
                };
            };
        };
    };
    "POST /v1/shares/{id}/opened": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            /** @enum {string} */
                            kind: "post" | "product" | "shop";
                            id: string;
                        };
                        sharer: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        mean: string | null;
                        stars: {
                            1: number;
                            2: number;
                            3: number;
                            4: number;
                            5: number;
                        };
                        withMedia: number;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/reviews": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                stars?: number;
                media?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            product: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            stars: number;
                            text: string;
                            language: string;
                            choice: string[];
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            daysUsed: number;
                            /** Format: date-time */
                            boughtAt: string;
                            /** Format: date-time */
                            at: string;
                            mine: boolean;
                            removed: boolean;
                            reply: {
                                text: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line: string;
                    stars: number;
                    text: string;
                    pictures?: string[];
                    video?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        product: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        stars: number;
                        text: string;
                        language: string;
                        choice: string[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        daysUsed: number;
                        /** Format: date-time */
                        boughtAt: string;
                        /** Format: date-time */
                        at: string;
                        mine: boolean;
                        removed: boolean;
                        reply: {
                            text: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        product: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        stars: number;
                        text: string;
                        language: string;
                        choice: string[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        daysUsed: number;
                        /** Format: date-time */
                        boughtAt: string;
                        /** Format: date-time */
                        at: string;
                        mine: boolean;
                        removed: boolean;
                        reply: {
                            text: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/reviews/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        product: string;
                        author: {
                            id: string;
                            handle: string;
                            name: string;
                            picture: string | null;
                            creator: boolean;
                        };
                        stars: number;
                        text: string;
                        language: string;
                        choice: string[];
                        pictures: {
                            id: string;
                            url: string;
                            width: number;
                            height: number;
                            thumbhash: string;
                        }[];
                        video: {
                            id: string;
                            durationMs: number;
                            width: number;
                            height: number;
                            poster: string;
                            thumbhash: string;
                            rungs: {
                                name: string;
                                url: string;
                                width: number;
                                height: number;
                                kbps: number;
                            }[];
                            captions: {
                                language: string;
                                url: string;
                            }[];
                            storyboard: {
                                url: string;
                                width: number;
                                height: number;
                                columns: number;
                                count: number;
                                intervalMs: number;
                            } | null;
                            hls: string | null;
                        } | null;
                        daysUsed: number;
                        /** Format: date-time */
                        boughtAt: string;
                        /** Format: date-time */
                        at: string;
                        mine: boolean;
                        removed: boolean;
                        reply: {
                            text: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/reviews": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            product: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            stars: number;
                            text: string;
                            language: string;
                            choice: string[];
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            daysUsed: number;
                            /** Format: date-time */
                            boughtAt: string;
                            /** Format: date-time */
                            at: string;
                            mine: boolean;
                            removed: boolean;
                            reply: {
                                text: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/me/review-asks": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                order?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            line: string;
                            order: string;
                            product: string;
                            /** Format: date-time */
                            deliveredAt: string;
                            pulse: number | null;
                            reviewed: boolean;
                            /** Format: date-time */
                            askFrom: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/pulses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line: string;
                    score: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: string;
                        order: string;
                        product: string;
                        /** Format: date-time */
                        deliveredAt: string;
                        pulse: number | null;
                        reviewed: boolean;
                        /** Format: date-time */
                        askFrom: string;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/reviews": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                unanswered?: boolean;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            product: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            stars: number;
                            text: string;
                            language: string;
                            choice: string[];
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            daysUsed: number;
                            /** Format: date-time */
                            boughtAt: string;
                            /** Format: date-time */
                            at: string;
                            mine: boolean;
                            removed: boolean;
                            reply: {
                                text: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/search/products": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                words: string;
                category?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            thumbhash: string | null;
                            price: {
                                minor: string;
                                currency: string;
                            } | null;
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            rating: string | null;
                            ratings: number;
                            available: number;
                            variant: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/search/posts": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                words: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            caption: string;
                            poster: string;
                            thumbhash: string;
                            durationMs: number;
                            /** @enum {string} */
                            format: "video" | "pictures";
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/search/people": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                words: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            person: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/search/suggest": {
        parameters: {
            query: {
                words: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            words: string;
                            /** @enum {string} */
                            kind: "product" | "tag" | "person";
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/product-cards": {
        parameters: {
            query: {
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            thumbhash: string | null;
                            price: {
                                minor: string;
                                currency: string;
                            } | null;
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            rating: string | null;
                            ratings: number;
                            available: number;
                            variant: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/offers": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                standing?: "planned" | "running" | "paused" | "used_up" | "ended";
                from?: string;
                to?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            shop: string;
                            /** @enum {string} */
                            kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                            /** @enum {string} */
                            layer: "live_flash" | "campaign" | "flash" | "product" | "order" | "code" | "shipping";
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            state: "active" | "paused" | "ended";
                            /** @enum {string} */
                            standing: "planned" | "running" | "paused" | "used_up" | "ended";
                            version: number;
                            /** @enum {string} */
                            funding: "merchant" | "platform";
                            code: string | null;
                            /** Format: date-time */
                            starts: string;
                            ends: string | null;
                            markets: string[];
                            products: string[];
                            categories: string[];
                            minimum: {
                                minor: string;
                                currency: string;
                            } | null;
                            percent: number | null;
                            amount: {
                                minor: string;
                                currency: string;
                            } | null;
                            buy: number | null;
                            get: number | null;
                            items: {
                                variant: string;
                                product: string;
                                price: {
                                    minor: string;
                                    currency: string;
                                };
                                limit: number | null;
                                sold: number;
                            }[];
                            used: number;
                            uses: number | null;
                            perPerson: number | null;
                            spent: {
                                minor: string;
                                currency: string;
                            };
                            budget: {
                                minor: string;
                                currency: string;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                    name: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    campaign?: boolean;
                    code?: string | null;
                    /** Format: date-time */
                    starts: string;
                    ends?: string | null;
                    markets?: string[];
                    products?: string[];
                    categories?: ("ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other")[];
                    minimum?: string | null;
                    percent?: number | null;
                    amount?: string | null;
                    buy?: number | null;
                    get?: number | null;
                    items?: {
                        variant: string;
                        price: string;
                        limit?: number | null;
                    }[];
                    uses?: number | null;
                    perPerson?: number | null;
                    budget?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                        /** @enum {string} */
                        layer: "live_flash" | "campaign" | "flash" | "product" | "order" | "code" | "shipping";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        /** @enum {string} */
                        standing: "planned" | "running" | "paused" | "used_up" | "ended";
                        version: number;
                        /** @enum {string} */
                        funding: "merchant" | "platform";
                        code: string | null;
                        /** Format: date-time */
                        starts: string;
                        ends: string | null;
                        markets: string[];
                        products: string[];
                        categories: string[];
                        minimum: {
                            minor: string;
                            currency: string;
                        } | null;
                        percent: number | null;
                        amount: {
                            minor: string;
                            currency: string;
                        } | null;
                        buy: number | null;
                        get: number | null;
                        items: {
                            variant: string;
                            product: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                            limit: number | null;
                            sold: number;
                        }[];
                        used: number;
                        uses: number | null;
                        perPerson: number | null;
                        spent: {
                            minor: string;
                            currency: string;
                        };
                        budget: {
                            minor: string;
                            currency: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/offers/preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draft: {
                        /** @enum {string} */
                        kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        campaign?: boolean;
                        code?: string | null;
                        /** Format: date-time */
                        starts: string;
                        ends?: string | null;
                        markets?: string[];
                        products?: string[];
                        categories?: ("ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other")[];
                        minimum?: string | null;
                        percent?: number | null;
                        amount?: string | null;
                        buy?: number | null;
                        get?: number | null;
                        items?: {
                            variant: string;
                            price: string;
                            limit?: number | null;
                        }[];
                        uses?: number | null;
                        perPerson?: number | null;
                        budget?: string | null;
                    };
                    replaces?: string;
                    pieces: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        example: {
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            pieces: number;
                            goods: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            shippingDiscount: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            applied: {
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                                mine: boolean;
                            }[];
                        } | null;
                        reason: ("unknown" | "not_yet" | "over" | "used_up" | "limit_reached" | "minimum" | "not_for_these" | "not_combinable" | "wrong_market") | null;
                    };
                };
            };
        };
    };
    "GET /v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                        /** @enum {string} */
                        layer: "live_flash" | "campaign" | "flash" | "product" | "order" | "code" | "shipping";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        /** @enum {string} */
                        standing: "planned" | "running" | "paused" | "used_up" | "ended";
                        version: number;
                        /** @enum {string} */
                        funding: "merchant" | "platform";
                        code: string | null;
                        /** Format: date-time */
                        starts: string;
                        ends: string | null;
                        markets: string[];
                        products: string[];
                        categories: string[];
                        minimum: {
                            minor: string;
                            currency: string;
                        } | null;
                        percent: number | null;
                        amount: {
                            minor: string;
                            currency: string;
                        } | null;
                        buy: number | null;
                        get: number | null;
                        items: {
                            variant: string;
                            product: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                            limit: number | null;
                            sold: number;
                        }[];
                        used: number;
                        uses: number | null;
                        perPerson: number | null;
                        spent: {
                            minor: string;
                            currency: string;
                        };
                        budget: {
                            minor: string;
                            currency: string;
                        } | null;
                    };
                };
            };
        };
    };
    "PUT /v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    name: {
                        en?: string;
                        ja?: string;
                        zh?: string;
                    };
                    campaign?: boolean;
                    code?: string | null;
                    /** Format: date-time */
                    starts: string;
                    ends?: string | null;
                    markets?: string[];
                    products?: string[];
                    categories?: ("ceramics" | "tea" | "stationery" | "textiles" | "skincare" | "knives" | "sweets" | "incense" | "washi" | "sake" | "bags" | "toys" | "other")[];
                    minimum?: string | null;
                    percent?: number | null;
                    amount?: string | null;
                    buy?: number | null;
                    get?: number | null;
                    items?: {
                        variant: string;
                        price: string;
                        limit?: number | null;
                    }[];
                    uses?: number | null;
                    perPerson?: number | null;
                    budget?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                        /** @enum {string} */
                        layer: "live_flash" | "campaign" | "flash" | "product" | "order" | "code" | "shipping";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        /** @enum {string} */
                        standing: "planned" | "running" | "paused" | "used_up" | "ended";
                        version: number;
                        /** @enum {string} */
                        funding: "merchant" | "platform";
                        code: string | null;
                        /** Format: date-time */
                        starts: string;
                        ends: string | null;
                        markets: string[];
                        products: string[];
                        categories: string[];
                        minimum: {
                            minor: string;
                            currency: string;
                        } | null;
                        percent: number | null;
                        amount: {
                            minor: string;
                            currency: string;
                        } | null;
                        buy: number | null;
                        get: number | null;
                        items: {
                            variant: string;
                            product: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                            limit: number | null;
                            sold: number;
                        }[];
                        used: number;
                        uses: number | null;
                        perPerson: number | null;
                        spent: {
                            minor: string;
                            currency: string;
                        };
                        budget: {
                            minor: string;
                            currency: string;
                        } | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PUT /v1/offers/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    /** @enum {string} */
                    state: "active" | "paused" | "ended";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        shop: string;
                        /** @enum {string} */
                        kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                        /** @enum {string} */
                        layer: "live_flash" | "campaign" | "flash" | "product" | "order" | "code" | "shipping";
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                        /** @enum {string} */
                        state: "active" | "paused" | "ended";
                        /** @enum {string} */
                        standing: "planned" | "running" | "paused" | "used_up" | "ended";
                        version: number;
                        /** @enum {string} */
                        funding: "merchant" | "platform";
                        code: string | null;
                        /** Format: date-time */
                        starts: string;
                        ends: string | null;
                        markets: string[];
                        products: string[];
                        categories: string[];
                        minimum: {
                            minor: string;
                            currency: string;
                        } | null;
                        percent: number | null;
                        amount: {
                            minor: string;
                            currency: string;
                        } | null;
                        buy: number | null;
                        get: number | null;
                        items: {
                            variant: string;
                            product: string;
                            price: {
                                minor: string;
                                currency: string;
                            };
                            limit: number | null;
                            sold: number;
                        }[];
                        used: number;
                        uses: number | null;
                        perPerson: number | null;
                        spent: {
                            minor: string;
                            currency: string;
                        };
                        budget: {
                            minor: string;
                            currency: string;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/running-offers": {
        parameters: {
            query?: {
                product?: string;
                market?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "percent" | "fixed" | "buy_get" | "free_shipping" | "flash";
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** Format: date-time */
                            starts: string;
                            ends: string | null;
                            products: string[];
                            categories: string[];
                            minimum: {
                                minor: string;
                                currency: string;
                            } | null;
                            percent: number | null;
                            amount: {
                                minor: string;
                                currency: string;
                            } | null;
                            buy: number | null;
                            get: number | null;
                            perPerson: number | null;
                            items: {
                                variant: string;
                                product: string;
                                price: {
                                    minor: string;
                                    currency: string;
                                };
                                left: number | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/cart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        shops: {
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            lines: {
                                variant: string;
                                product: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                available: number;
                                notice: {
                                    code: string;
                                    was: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                } | null;
                            }[];
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        } | null;
                        buyable: boolean;
                    };
                };
            };
        };
    };
    "PUT /v1/cart/{variant}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    quantity: number;
                    source?: {
                        request?: string;
                        slot?: number;
                        post?: string;
                        share?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        shops: {
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            lines: {
                                variant: string;
                                product: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                available: number;
                                notice: {
                                    code: string;
                                    was: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                } | null;
                            }[];
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        } | null;
                        buyable: boolean;
                    };
                };
            };
        };
    };
    "DELETE /v1/cart/{variant}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                variant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        shops: {
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            lines: {
                                variant: string;
                                product: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                available: number;
                                notice: {
                                    code: string;
                                    was: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                } | null;
                            }[];
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        } | null;
                        buyable: boolean;
                    };
                };
            };
        };
    };
    "GET /v1/me/orders": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/orders/{id}": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "GET /v1/orders/{id}/invoice": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        number: string;
                        qualified: boolean;
                        /** Format: date-time */
                        issued: string;
                        /** Format: date-time */
                        supplied: string;
                        seller: {
                            shop: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            legalName: string;
                            address: string;
                            phone: string;
                            invoiceNumber: string | null;
                        };
                        buyer: string | null;
                        lines: {
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            percent: number;
                            reduced: boolean;
                        }[];
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        bands: {
                            percent: number;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/orders": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                view?: "to_pack" | "to_ship" | "shipped" | "delivered" | "returns" | "closed" | "all";
                words?: string;
                buyerOf?: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/customers": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                words?: string;
                phase?: "purchase" | "confirmation" | "sharing";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            lastOrder: string;
                            name: string | null;
                            city: string | null;
                            orders: number;
                            spent: {
                                minor: string;
                                currency: string;
                            };
                            /** Format: date-time */
                            last: string;
                            /** @enum {string} */
                            phase: "purchase" | "confirmation" | "sharing";
                            reviewed: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/order-counts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        to_pack: number;
                        to_ship: number;
                        shipped: number;
                        delivered: number;
                        returns: number;
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier: string;
                    tracking?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/receive": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/return-request": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    /** @enum {string} */
                    code?: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                    /** @enum {string} */
                    kind?: "return" | "exchange" | "claim";
                    lines?: {
                        line: string;
                        quantity: number;
                    }[];
                    photos?: string[];
                    variant?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "GET /v1/me/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        line: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/unpack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/ship": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier: string;
                    tracking?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/receive": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/ship-together": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    orders: string[];
                    carrier: string;
                    tracking: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/withdraw": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/send-back": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    carrier?: string;
                    tracking?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/returns": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            order: string;
                            number: string;
                            buyer: string | null;
                            returned: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/payment-methods": {
        parameters: {
            query?: {
                currency?: string;
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            key: string;
                            provider: string;
                            /** @enum {string} */
                            test: "yes" | "no";
                        }[];
                        cardKey: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                        amount: {
                            minor: string;
                            currency: string;
                        };
                        method: string;
                        failure: string | null;
                        captured: {
                            minor: string;
                            currency: string;
                        };
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "redirect" | "qr" | "app";
                            url: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/payments/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                        amount: {
                            minor: string;
                            currency: string;
                        };
                        method: string;
                        failure: string | null;
                        captured: {
                            minor: string;
                            currency: string;
                        };
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "redirect" | "qr" | "app";
                            url: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/payments/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    approve: "yes" | "no";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                        amount: {
                            minor: string;
                            currency: string;
                        };
                        method: string;
                        failure: string | null;
                        captured: {
                            minor: string;
                            currency: string;
                        };
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        action: {
                            /** @enum {string} */
                            kind: "redirect" | "qr" | "app";
                            url: string;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/trade/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            jurisdiction: string;
                            rule: string;
                            from: string;
                            to: string | null;
                            source: string;
                            params: string;
                            by: string | null;
                            at: string | null;
                            replaces: boolean;
                            /** @enum {string} */
                            state: "holds" | "later" | "ended" | "replaced" | "unreviewed";
                        }[];
                        stale: {
                            rule: string;
                            reason: string;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/trade/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rows: {
                        jurisdiction: string;
                        rule: string;
                        from: string;
                        to: string | null;
                        source: string;
                        params: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ids: string[];
                    };
                };
            };
        };
    };
    "DELETE /v1/trade/rules": {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/trade/positive-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    csv: string;
                    edition: string;
                    from: string;
                    source: string;
                    dryRun?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        lines: number;
                        added: number;
                        gone: number;
                        problems: {
                            line: number;
                            why: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/trade/hs": {
        parameters: {
            query: {
                find: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            hs: string;
                            name: string;
                            chapter: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        problem: ("hs_form" | "hs_unknown") | null;
                        level: ("chapter" | "heading" | "subheading") | null;
                        listed: {
                            hs: string;
                            name: string;
                            remark: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    "GET /v1/trade/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            version: string;
                            text: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            current: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/trade/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        names: {
                            /** @enum {string} */
                            name: "ioss" | "gbVat" | "sgGst" | "ebpCode" | "ebpName" | "ebcCode" | "ebcName" | "payCode" | "payName" | "logisticsCode" | "logisticsName" | "agentCode" | "agentName" | "guarantorCode" | "senderCode" | "senderName" | "exchangeId" | "customsCode" | "portCode" | "transport" | "areaCode" | "areaName" | "ledgerNo" | "payeeAccount" | "payeeCode" | "payeeName";
                            value: string;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/shops/{shop}/trade/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                    names: {
                        /** @enum {string} */
                        name: "ioss" | "gbVat" | "sgGst" | "ebpCode" | "ebpName" | "ebcCode" | "ebcName" | "payCode" | "payName" | "logisticsCode" | "logisticsName" | "agentCode" | "agentName" | "guarantorCode" | "senderCode" | "senderName" | "exchangeId" | "customsCode" | "portCode" | "transport" | "areaCode" | "areaName" | "ledgerNo" | "payeeAccount" | "payeeCode" | "payeeName";
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        names: {
                            /** @enum {string} */
                            name: "ioss" | "gbVat" | "sgGst" | "ebpCode" | "ebpName" | "ebcCode" | "ebcName" | "payCode" | "payName" | "logisticsCode" | "logisticsName" | "agentCode" | "agentName" | "guarantorCode" | "senderCode" | "senderName" | "exchangeId" | "customsCode" | "portCode" | "transport" | "areaCode" | "areaName" | "ledgerNo" | "payeeAccount" | "payeeCode" | "payeeName";
                            value: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/trade-facts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                        facts: {
                            hs?: string;
                            origin?: string;
                            netGrams?: number;
                            grossGrams?: number;
                            mlOrG?: string;
                            pieces?: number;
                            words?: string[];
                            declaredName?: string;
                            model?: string;
                            materials?: string;
                            unit?: string;
                            legalUnit?: string;
                            legalQuantity?: string;
                            legalUnit2?: string;
                            legalQuantity2?: string;
                            barcode?: string;
                            recordNo?: string;
                            lot?: string;
                            shelfLifeDays?: number;
                            papers?: string[];
                        };
                        variants: {
                            variant: string;
                            facts: {
                                hs?: string;
                                origin?: string;
                                netGrams?: number;
                                grossGrams?: number;
                                mlOrG?: string;
                                pieces?: number;
                                words?: string[];
                                declaredName?: string;
                                model?: string;
                                materials?: string;
                                unit?: string;
                                legalUnit?: string;
                                legalQuantity?: string;
                                legalUnit2?: string;
                                legalQuantity2?: string;
                                barcode?: string;
                                recordNo?: string;
                                lot?: string;
                                shelfLifeDays?: number;
                                papers?: string[];
                            };
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/products/{id}/trade-facts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    variant?: string;
                    facts: {
                        hs?: string;
                        origin?: string;
                        netGrams?: number;
                        grossGrams?: number;
                        mlOrG?: string;
                        pieces?: number;
                        words?: string[];
                        declaredName?: string;
                        model?: string;
                        materials?: string;
                        unit?: string;
                        legalUnit?: string;
                        legalQuantity?: string;
                        legalUnit2?: string;
                        legalQuantity2?: string;
                        barcode?: string;
                        recordNo?: string;
                        lot?: string;
                        shelfLifeDays?: number;
                        papers?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                        facts: {
                            hs?: string;
                            origin?: string;
                            netGrams?: number;
                            grossGrams?: number;
                            mlOrG?: string;
                            pieces?: number;
                            words?: string[];
                            declaredName?: string;
                            model?: string;
                            materials?: string;
                            unit?: string;
                            legalUnit?: string;
                            legalQuantity?: string;
                            legalUnit2?: string;
                            legalQuantity2?: string;
                            barcode?: string;
                            recordNo?: string;
                            lot?: string;
                            shelfLifeDays?: number;
                            papers?: string[];
                        };
                        variants: {
                            variant: string;
                            facts: {
                                hs?: string;
                                origin?: string;
                                netGrams?: number;
                                grossGrams?: number;
                                mlOrG?: string;
                                pieces?: number;
                                words?: string[];
                                declaredName?: string;
                                model?: string;
                                materials?: string;
                                unit?: string;
                                legalUnit?: string;
                                legalQuantity?: string;
                                legalUnit2?: string;
                                legalQuantity2?: string;
                                barcode?: string;
                                recordNo?: string;
                                lot?: string;
                                shelfLifeDays?: number;
                                papers?: string[];
                            };
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/trade/readiness": {
        parameters: {
            query: {
                market: string;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        market: string;
                        territory: string | null;
                        currency: string;
                        ready: boolean;
                        ways: ("domestic" | "post" | "9610" | "1210" | "seller_collects" | "import")[];
                        requirements: {
                            code: string;
                            ok: boolean;
                            missing: string[];
                            optional: boolean;
                        }[];
                        modes: {
                            way: string;
                            offered: boolean;
                            closedBy: string[];
                        }[];
                        law: {
                            rule: string;
                            from: string | null;
                            source: string | null;
                            stale: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/trade/readiness/products": {
        parameters: {
            query: {
                market: string;
                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                only?: "ready" | "not_ready";
                words?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            product: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            ready: boolean;
                            missing: string[];
                            reason: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/trade-readiness": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        product: string;
                        items: {
                            markets: string[];
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            ready: boolean;
                            missing: string[];
                            reason: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/declarations": {
        parameters: {
            query?: {
                state?: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                view?: "todo" | "under_way" | "released" | "ended";
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            order: string;
                            number: string;
                            shop: string;
                            /** @enum {string} */
                            state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                            sendable: boolean;
                            checks: {
                                code: string;
                                ok: boolean;
                                values: {
                                    name: string;
                                    value: string;
                                }[];
                            }[];
                            parcel: {
                                waybillNo?: string;
                                grossGrams?: number;
                                pieces?: number;
                                masterNo?: string;
                                vehicle?: string;
                                voyage?: string;
                                contents?: string;
                            };
                            documents: {
                                code: number;
                                standing: string;
                                attempts: number;
                                status: string | null;
                                reason: string | null;
                            }[];
                            preNo: string | null;
                            invtNo: string | null;
                            released: string | null;
                            returnUntil: string | null;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            updated: string;
                            closed: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/declaration-counts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        todo: number;
                        under_way: number;
                        released: number;
                        ended: number;
                    };
                };
            };
        };
    };
    "GET /v1/declarations/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        declaration: {
                            order: string;
                            number: string;
                            shop: string;
                            /** @enum {string} */
                            state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                            sendable: boolean;
                            checks: {
                                code: string;
                                ok: boolean;
                                values: {
                                    name: string;
                                    value: string;
                                }[];
                            }[];
                            parcel: {
                                waybillNo?: string;
                                grossGrams?: number;
                                pieces?: number;
                                masterNo?: string;
                                vehicle?: string;
                                voyage?: string;
                                contents?: string;
                            };
                            documents: {
                                code: number;
                                standing: string;
                                attempts: number;
                                status: string | null;
                                reason: string | null;
                            }[];
                            preNo: string | null;
                            invtNo: string | null;
                            released: string | null;
                            returnUntil: string | null;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            updated: string;
                            closed: string | null;
                        };
                        declared: {
                            waybillNo: string;
                            grossGrams: number;
                            netGrams: number;
                            pieces: number;
                            contents: string;
                            goods: {
                                line: number;
                                name: string;
                                quantity: number;
                                returned: number;
                                price: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        connected: boolean;
                        messages: {
                            /** @enum {string} */
                            direction: "out" | "in";
                            code: number;
                            /** Format: date-time */
                            at: string;
                            sent: string | null;
                            outcome: string | null;
                            words: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/declarations/{order}/parcel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    waybillNo?: string;
                    grossGrams?: number;
                    pieces?: number;
                    masterNo?: string;
                    vehicle?: string;
                    voyage?: string;
                    contents?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: string;
                        number: string;
                        shop: string;
                        /** @enum {string} */
                        state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                        sendable: boolean;
                        checks: {
                            code: string;
                            ok: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                        parcel: {
                            waybillNo?: string;
                            grossGrams?: number;
                            pieces?: number;
                            masterNo?: string;
                            vehicle?: string;
                            voyage?: string;
                            contents?: string;
                        };
                        documents: {
                            code: number;
                            standing: string;
                            attempts: number;
                            status: string | null;
                            reason: string | null;
                        }[];
                        preNo: string | null;
                        invtNo: string | null;
                        released: string | null;
                        returnUntil: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        closed: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/declarations/{order}/check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: string;
                        number: string;
                        shop: string;
                        /** @enum {string} */
                        state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                        sendable: boolean;
                        checks: {
                            code: string;
                            ok: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                        parcel: {
                            waybillNo?: string;
                            grossGrams?: number;
                            pieces?: number;
                            masterNo?: string;
                            vehicle?: string;
                            voyage?: string;
                            contents?: string;
                        };
                        documents: {
                            code: number;
                            standing: string;
                            attempts: number;
                            status: string | null;
                            reason: string | null;
                        }[];
                        preNo: string | null;
                        invtNo: string | null;
                        released: string | null;
                        returnUntil: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        closed: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/declarations/{order}/send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: string;
                        number: string;
                        shop: string;
                        /** @enum {string} */
                        state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                        sendable: boolean;
                        checks: {
                            code: string;
                            ok: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                        parcel: {
                            waybillNo?: string;
                            grossGrams?: number;
                            pieces?: number;
                            masterNo?: string;
                            vehicle?: string;
                            voyage?: string;
                            contents?: string;
                        };
                        documents: {
                            code: number;
                            standing: string;
                            attempts: number;
                            status: string | null;
                            reason: string | null;
                        }[];
                        preNo: string | null;
                        invtNo: string | null;
                        released: string | null;
                        returnUntil: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        closed: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/declarations/{order}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: string;
                        number: string;
                        shop: string;
                        /** @enum {string} */
                        state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                        sendable: boolean;
                        checks: {
                            code: string;
                            ok: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                        parcel: {
                            waybillNo?: string;
                            grossGrams?: number;
                            pieces?: number;
                            masterNo?: string;
                            vehicle?: string;
                            voyage?: string;
                            contents?: string;
                        };
                        documents: {
                            code: number;
                            standing: string;
                            attempts: number;
                            status: string | null;
                            reason: string | null;
                        }[];
                        preNo: string | null;
                        invtNo: string | null;
                        released: string | null;
                        returnUntil: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        closed: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/declarations/{order}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                order: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    lines?: {
                        line: number;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        order: string;
                        number: string;
                        shop: string;
                        /** @enum {string} */
                        state: "created" | "paid" | "rejected" | "matched" | "sent" | "list_rejected" | "cancelling" | "cancelled" | "released" | "delivered" | "returning" | "returned" | "closed";
                        sendable: boolean;
                        checks: {
                            code: string;
                            ok: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                        parcel: {
                            waybillNo?: string;
                            grossGrams?: number;
                            pieces?: number;
                            masterNo?: string;
                            vehicle?: string;
                            voyage?: string;
                            contents?: string;
                        };
                        documents: {
                            code: number;
                            standing: string;
                            attempts: number;
                            status: string | null;
                            reason: string | null;
                        }[];
                        preNo: string | null;
                        invtNo: string | null;
                        released: string | null;
                        returnUntil: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        updated: string;
                        closed: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/declarations/{order}/documents/{code}": {
        parameters: {
            query?: {
                clear?: "yes";
                why?: string;
            };
            header?: never;
            path: {
                order: string;
                code: "311" | "411" | "511" | "621";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        xml: string;
                        masked: boolean;
                    };
                };
            };
        };
    };
    "POST /v1/shops/{shop}/customs-receipts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    xml: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            order: string | null;
                            code: number;
                            status: string;
                            outcome: string;
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/customs/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    xml: string;
                    /** Format: date-time */
                    at: string;
                    signature: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "POST /v1/customs/payment-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    orderNo: string;
                    sessionID: string;
                    serviceTime: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        message: string;
                        serviceTime: number;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/balance": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            currency: "JPY" | "CNY" | "USD" | "EUR" | "GBP" | "SGD" | "HKD" | "TWD" | "KRW" | "KWD";
                            pending: {
                                minor: string;
                                currency: string;
                            };
                            payable: {
                                minor: string;
                                currency: string;
                            };
                            paying: {
                                minor: string;
                                currency: string;
                            };
                            paidOut: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/statements": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                grain?: "month" | "week";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** @enum {string} */
                            currency: "JPY" | "CNY" | "USD" | "EUR" | "GBP" | "SGD" | "HKD" | "TWD" | "KRW" | "KWD";
                            opening: {
                                minor: string;
                                currency: string;
                            };
                            goods: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            platformDiscount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            commission: {
                                minor: string;
                                currency: string;
                            };
                            creator: {
                                minor: string;
                                currency: string;
                            };
                            fee: {
                                minor: string;
                                currency: string;
                            };
                            refunds: {
                                minor: string;
                                currency: string;
                            };
                            protection: {
                                minor: string;
                                currency: string;
                            };
                            chargebacks: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            net: {
                                minor: string;
                                currency: string;
                            };
                            payouts: {
                                minor: string;
                                currency: string;
                            };
                            closing: {
                                minor: string;
                                currency: string;
                            };
                            orders: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/statement": {
        parameters: {
            query: {
                grain: "month" | "week";
                from: string;
                currency: "JPY" | "CNY" | "USD" | "EUR" | "GBP" | "SGD" | "HKD" | "TWD" | "KRW" | "KWD";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @enum {string} */
                        currency: "JPY" | "CNY" | "USD" | "EUR" | "GBP" | "SGD" | "HKD" | "TWD" | "KRW" | "KWD";
                        opening: {
                            minor: string;
                            currency: string;
                        };
                        goods: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        platformDiscount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        commission: {
                            minor: string;
                            currency: string;
                        };
                        creator: {
                            minor: string;
                            currency: string;
                        };
                        fee: {
                            minor: string;
                            currency: string;
                        };
                        refunds: {
                            minor: string;
                            currency: string;
                        };
                        protection: {
                            minor: string;
                            currency: string;
                        };
                        chargebacks: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        net: {
                            minor: string;
                            currency: string;
                        };
                        payouts: {
                            minor: string;
                            currency: string;
                        };
                        closing: {
                            minor: string;
                            currency: string;
                        };
                        orders: number;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/statement/lines": {
        parameters: {
            query: {
                cursor?: string;
                limit?: number;
                grain: "month" | "week";
                from: string;
                currency: "JPY" | "CNY" | "USD" | "EUR" | "GBP" | "SGD" | "HKD" | "TWD" | "KRW" | "KWD";
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            order: string;
                            number: string;
                            /** Format: date-time */
                            paidAt: string;
                            goods: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            platformDiscount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            commission: {
                                minor: string;
                                currency: string;
                            };
                            creator: {
                                minor: string;
                                currency: string;
                            };
                            fee: {
                                minor: string;
                                currency: string;
                            };
                            refunds: {
                                minor: string;
                                currency: string;
                            };
                            protection: {
                                minor: string;
                                currency: string;
                            };
                            chargebacks: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            net: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/shops/{shop}/payouts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                shop: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            party: "shop" | "creator";
                            holder: string;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            provider: string;
                            /** @enum {string} */
                            state: "created" | "sent" | "paid" | "failed";
                            failure: string | null;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            changed: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/payouts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "created" | "sent" | "paid" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            party: "shop" | "creator";
                            holder: string;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            provider: string;
                            /** @enum {string} */
                            state: "created" | "sent" | "paid" | "failed";
                            failure: string | null;
                            /** Format: date-time */
                            created: string;
                            /** Format: date-time */
                            changed: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        made: number;
                    };
                };
            };
        };
    };
    "PUT /v1/payouts/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "paid" | "failed";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        party: "shop" | "creator";
                        holder: string;
                        amount: {
                            minor: string;
                            currency: string;
                        };
                        provider: string;
                        /** @enum {string} */
                        state: "created" | "sent" | "paid" | "failed";
                        failure: string | null;
                        /** Format: date-time */
                        created: string;
                        /** Format: date-time */
                        changed: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        };
                    };
                };
            };
        };
    };
    "POST /v1/ledger/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    provider: string;
                    reference: string;
                    given: {
                        minor: string;
                        currency: string;
                    };
                    received: {
                        minor: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        ok: "yes";
                    };
                };
            };
        };
    };
    "GET /v1/ledger/rates": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "commission" | "creator" | "fee" | "provider";
                            holder: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            } | null;
                            bps: number;
                            /** Format: date-time */
                            since: string;
                            /** @enum {string} */
                            standing: "now" | "planned" | "over";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "POST /v1/ledger/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "commission" | "creator" | "fee" | "provider";
                    holder: string;
                    bps: number;
                    /** Format: date-time */
                    since?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "commission" | "creator" | "fee" | "provider";
                        holder: string;
                        name: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        } | null;
                        bps: number;
                        /** Format: date-time */
                        since: string;
                        /** @enum {string} */
                        standing: "now" | "planned" | "over";
                    };
                };
            };
        };
    };
    "GET /v1/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        check: {
                            /** Format: date-time */
                            at: string;
                            problems: {
                                /** @enum {string} */
                                kind: "missing_entry" | "provider_differs" | "shopper_not_zero" | "balance_differs" | "not_zero";
                                about: string;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/ledger/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        check: {
                            /** Format: date-time */
                            at: string;
                            problems: {
                                /** @enum {string} */
                                kind: "missing_entry" | "provider_differs" | "shopper_not_zero" | "balance_differs" | "not_zero";
                                about: string;
                            }[];
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/checkouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cart?: "all";
                    lines?: {
                        variant: string;
                        quantity: number;
                        source?: {
                            request?: string;
                            slot?: number;
                            post?: string;
                            share?: string;
                        };
                    }[];
                    expectedSubtotal?: {
                        minor: string;
                        currency: string;
                    };
                    market?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "GET /v1/checkouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "DELETE /v1/checkouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "PATCH /v1/checkouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    codes?: string[];
                    delivery?: {
                        order: string;
                        key: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "PUT /v1/checkouts/{id}/address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email: string;
                    phone: string;
                    country: string;
                    postcode: string;
                    region: string;
                    city: string;
                    line: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "GET /v1/checkouts/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            order: string;
                            choices: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                                fee: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/checkouts/{id}/buyer-identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needed: boolean;
                        consent: string;
                        given: {
                            name: string;
                            idNumber: string;
                        } | null;
                    };
                };
            };
        };
    };
    "PUT /v1/checkouts/{id}/buyer-identity": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    idNumber: string;
                    consent: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        needed: boolean;
                        consent: string;
                        given: {
                            name: string;
                            idNumber: string;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/checkouts/{id}/pay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    method: string;
                    token?: string;
                    /** @enum {string} */
                    device?: "desktop" | "phone" | "app";
                    /** @enum {string} */
                    outcome?: "approve" | "decline" | "needs_action" | "late_success" | "late_failure" | "shuffled" | "refund_refused" | "refund_returned" | "chargeback";
                    expectedTotal: {
                        minor: string;
                        currency: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "open" | "paying" | "paid" | "expired" | "cancelled";
                        /** Format: date-time */
                        expires: string;
                        orders: {
                            id: string;
                            number: string;
                            checkout: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            /** @enum {string} */
                            state: "pending" | "expired" | "open" | "completed" | "cancelled";
                            /** @enum {string} */
                            payment: "none" | "paid" | "partially_refunded" | "refunded";
                            /** @enum {string} */
                            fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                            lines: {
                                id: string;
                                product: string;
                                variant: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                choice: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                }[];
                                sku: string;
                                picture: string | null;
                                quantity: number;
                                unit: {
                                    minor: string;
                                    currency: string;
                                };
                                total: {
                                    minor: string;
                                    currency: string;
                                };
                                discount: {
                                    minor: string;
                                    currency: string;
                                };
                                importTax: {
                                    minor: string;
                                    currency: string;
                                };
                                tax: {
                                    minor: string;
                                    currency: string;
                                };
                                cancelled: number;
                                returned: number;
                                refunded: number;
                                protected: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            parcels: {
                                id: string;
                                /** @enum {string} */
                                state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                                contents: {
                                    line: string;
                                    quantity: number;
                                    variant: string | null;
                                }[];
                                replaces: string | null;
                                carrier: string | null;
                                tracking: string | null;
                                shippedAt: string | null;
                                deliveredAt: string | null;
                            }[];
                            returns: {
                                id: string;
                                /** @enum {string} */
                                kind: "return" | "exchange" | "claim";
                                /** @enum {string} */
                                state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                                /** @enum {string} */
                                reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                                words: string | null;
                                photos: string[];
                                lines: {
                                    line: string;
                                    quantity: number;
                                }[];
                                variant: string | null;
                                /** @enum {string} */
                                wayBack: "buyer" | "shop";
                                refusal: {
                                    /** @enum {string} */
                                    reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                    note: string | null;
                                } | null;
                                carrier: string | null;
                                tracking: string | null;
                                outcome: ("refund" | "replacement") | null;
                                /** Format: date-time */
                                asked: string;
                            }[];
                            market: string;
                            subtotal: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            shipping: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            delivery: {
                                key: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                /** @enum {string} */
                                way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                days: {
                                    from: number;
                                    to: number;
                                };
                            } | null;
                            offers: {
                                kind: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                code: string | null;
                                amount: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                            trade: {
                                /** @enum {string} */
                                mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                                collected: boolean;
                                identityNeeded: boolean;
                                consent: string | null;
                                notices: string[];
                                quota: {
                                    minor: string;
                                    currency: string;
                                } | null;
                                lines: {
                                    hs: string;
                                    duty: {
                                        minor: string;
                                        currency: string;
                                    };
                                    excise: {
                                        minor: string;
                                        currency: string;
                                    };
                                    vat: {
                                        minor: string;
                                        currency: string;
                                    };
                                    other: {
                                        minor: string;
                                        currency: string;
                                    };
                                }[];
                            } | null;
                            rate: {
                                from: string;
                                to: string;
                                rate: string;
                                /** Format: date-time */
                                at: string;
                                source: string;
                            } | null;
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            address: {
                                name: string;
                                email: string;
                                phone: string;
                                country: string;
                                postcode: string;
                                region: string;
                                city: string;
                                line: string;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            returnRequest: {
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            deliverBetween: {
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                            } | null;
                            returnBy: string | null;
                            protection: {
                                days: number;
                                until: string | null;
                            } | null;
                            timeline: {
                                what: string;
                                /** Format: date-time */
                                at: string;
                                note: string | null;
                            }[];
                            /** Format: date-time */
                            placed: string;
                            received: string | null;
                            can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                        }[];
                        total: {
                            minor: string;
                            currency: string;
                        };
                        codes: string[];
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        payment: {
                            id: string;
                            /** @enum {string} */
                            state: "started" | "needs_action" | "pending" | "authorised" | "settled" | "voided" | "failed";
                            amount: {
                                minor: string;
                                currency: string;
                            };
                            method: string;
                            failure: string | null;
                            captured: {
                                minor: string;
                                currency: string;
                            };
                            refunded: {
                                minor: string;
                                currency: string;
                            };
                            action: {
                                /** @enum {string} */
                                kind: "redirect" | "qr" | "app";
                                url: string;
                            } | null;
                        } | null;
                        key: string;
                    };
                };
            };
        };
    };
    "PUT /v1/orders/{id}/address": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    email: string;
                    phone: string;
                    country: string;
                    postcode: string;
                    region: string;
                    city: string;
                    line: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/cancel": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: {
                        minor: string;
                        currency: string;
                    };
                    lines?: {
                        line: string;
                        quantity: number;
                    }[];
                    shipping?: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/refund-preview": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "cancel" | "refund" | "return";
                    lines?: {
                        line: string;
                        quantity: number;
                    }[];
                    returned?: string;
                    shipping?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            minor: string;
                            currency: string;
                        };
                    };
                };
            };
        };
    };
    "GET /v1/orders/{id}/price-protection": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        standing: "none" | "open" | "over";
                        days: number;
                        until: string | null;
                        amount: {
                            minor: string;
                            currency: string;
                        };
                        given: {
                            minor: string;
                            currency: string;
                        };
                        lines: {
                            line: string;
                            pieces: number;
                            was: {
                                minor: string;
                                currency: string;
                            };
                            low: {
                                minor: string;
                                currency: string;
                            };
                            /** Format: date-time */
                            at: string;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/price-protection": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/cancel-lines": {
        parameters: {
            query?: {
                key?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        line: string;
                        quantity: number;
                    }[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/parcels/{parcel}/return": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                parcel: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    restock?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "POST /v1/orders/{id}/returns/{returned}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                returned: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome?: "refund" | "replacement";
                    restock?: boolean;
                    shipping?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        number: string;
                        checkout: string;
                        shop: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        };
                        /** @enum {string} */
                        state: "pending" | "expired" | "open" | "completed" | "cancelled";
                        /** @enum {string} */
                        payment: "none" | "paid" | "partially_refunded" | "refunded";
                        /** @enum {string} */
                        fulfilment: "none" | "packed" | "partially_shipped" | "shipped" | "partially_delivered" | "delivered" | "returned";
                        lines: {
                            id: string;
                            product: string;
                            variant: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            sku: string;
                            picture: string | null;
                            quantity: number;
                            unit: {
                                minor: string;
                                currency: string;
                            };
                            total: {
                                minor: string;
                                currency: string;
                            };
                            discount: {
                                minor: string;
                                currency: string;
                            };
                            importTax: {
                                minor: string;
                                currency: string;
                            };
                            tax: {
                                minor: string;
                                currency: string;
                            };
                            cancelled: number;
                            returned: number;
                            refunded: number;
                            protected: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        parcels: {
                            id: string;
                            /** @enum {string} */
                            state: "planned" | "packed" | "shipped" | "delivered" | "returned" | "dropped";
                            contents: {
                                line: string;
                                quantity: number;
                                variant: string | null;
                            }[];
                            replaces: string | null;
                            carrier: string | null;
                            tracking: string | null;
                            shippedAt: string | null;
                            deliveredAt: string | null;
                        }[];
                        returns: {
                            id: string;
                            /** @enum {string} */
                            kind: "return" | "exchange" | "claim";
                            /** @enum {string} */
                            state: "requested" | "approved" | "sent_back" | "received" | "refused" | "settled" | "withdrawn";
                            /** @enum {string} */
                            reason: "changed_mind" | "wrong_size" | "damaged" | "not_as_described" | "wrong_item" | "missing" | "late" | "other";
                            words: string | null;
                            photos: string[];
                            lines: {
                                line: string;
                                quantity: number;
                            }[];
                            variant: string | null;
                            /** @enum {string} */
                            wayBack: "buyer" | "shop";
                            refusal: {
                                /** @enum {string} */
                                reason: "too_late" | "used" | "not_returnable" | "no_proof" | "other";
                                note: string | null;
                            } | null;
                            carrier: string | null;
                            tracking: string | null;
                            outcome: ("refund" | "replacement") | null;
                            /** Format: date-time */
                            asked: string;
                        }[];
                        market: string;
                        subtotal: {
                            minor: string;
                            currency: string;
                        };
                        discount: {
                            minor: string;
                            currency: string;
                        };
                        shipping: {
                            minor: string;
                            currency: string;
                        };
                        importTax: {
                            minor: string;
                            currency: string;
                        };
                        tax: {
                            minor: string;
                            currency: string;
                        };
                        total: {
                            minor: string;
                            currency: string;
                        };
                        delivery: {
                            key: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            way: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            days: {
                                from: number;
                                to: number;
                            };
                        } | null;
                        offers: {
                            kind: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            code: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            };
                        }[];
                        trade: {
                            /** @enum {string} */
                            mode: "domestic" | "post" | "9610" | "1210" | "seller_collects" | "import";
                            collected: boolean;
                            identityNeeded: boolean;
                            consent: string | null;
                            notices: string[];
                            quota: {
                                minor: string;
                                currency: string;
                            } | null;
                            lines: {
                                hs: string;
                                duty: {
                                    minor: string;
                                    currency: string;
                                };
                                excise: {
                                    minor: string;
                                    currency: string;
                                };
                                vat: {
                                    minor: string;
                                    currency: string;
                                };
                                other: {
                                    minor: string;
                                    currency: string;
                                };
                            }[];
                        } | null;
                        rate: {
                            from: string;
                            to: string;
                            rate: string;
                            /** Format: date-time */
                            at: string;
                            source: string;
                        } | null;
                        refunded: {
                            minor: string;
                            currency: string;
                        };
                        address: {
                            name: string;
                            email: string;
                            phone: string;
                            country: string;
                            postcode: string;
                            region: string;
                            city: string;
                            line: string;
                        } | null;
                        carrier: string | null;
                        tracking: string | null;
                        returnRequest: {
                            reason: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        deliverBetween: {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                        } | null;
                        returnBy: string | null;
                        protection: {
                            days: number;
                            until: string | null;
                        } | null;
                        timeline: {
                            what: string;
                            /** Format: date-time */
                            at: string;
                            note: string | null;
                        }[];
                        /** Format: date-time */
                        placed: string;
                        received: string | null;
                        can: ("pack" | "unpack" | "ship" | "deliver" | "cancel" | "cancel_lines" | "refund" | "receive" | "change_address" | "request_return" | "answer_return" | "move_return" | "protect_price" | "review" | "accept_return" | "take_back")[];
                    };
                };
            };
        };
    };
    "GET /v1/feed": {
        parameters: {
            query?: {
                scene?: "for_you" | "following";
                after?: string;
                limit?: number;
                start?: string;
                share?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request: string;
                        slides: {
                            id: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            } | null;
                            /** @enum {string} */
                            format: "video" | "pictures";
                            caption: string;
                            language: string;
                            tags: string[];
                            /** @enum {string} */
                            disclosure: "own_product" | "paid" | "gift" | "none";
                            boughtIt: boolean;
                            video: {
                                id: string;
                                durationMs: number;
                                width: number;
                                height: number;
                                poster: string;
                                thumbhash: string;
                                rungs: {
                                    name: string;
                                    url: string;
                                    width: number;
                                    height: number;
                                    kbps: number;
                                }[];
                                captions: {
                                    language: string;
                                    url: string;
                                }[];
                                storyboard: {
                                    url: string;
                                    width: number;
                                    height: number;
                                    columns: number;
                                    count: number;
                                    intervalMs: number;
                                } | null;
                                hls: string | null;
                            } | null;
                            pictures: {
                                id: string;
                                url: string;
                                width: number;
                                height: number;
                                thumbhash: string;
                            }[];
                            products: {
                                card: {
                                    id: string;
                                    shop: {
                                        id: string;
                                        slug: string;
                                        name: {
                                            en?: string;
                                            ja?: string;
                                            zh?: string;
                                        };
                                        picture: string | null;
                                        country: string;
                                        owner: string;
                                    };
                                    name: {
                                        en?: string;
                                        ja?: string;
                                        zh?: string;
                                    };
                                    picture: string | null;
                                    thumbhash: string | null;
                                    price: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                    struck: {
                                        minor: string;
                                        currency: string;
                                    } | null;
                                    rating: string | null;
                                    ratings: number;
                                    available: number;
                                    variant: string | null;
                                };
                                fromMs: number;
                                toMs: number;
                                x?: number;
                                y?: number;
                            }[];
                            counts: {
                                likes: number;
                                saves: number;
                                comments: number;
                                shares: number;
                            };
                            mine: {
                                liked: boolean;
                                saved: boolean;
                                follows: boolean;
                                author: boolean;
                            };
                            /** Format: date-time */
                            published: string;
                            slot: {
                                request: string;
                                index: number;
                                source: string;
                                reasons: string[];
                            } | null;
                        }[];
                        position: string;
                    };
                };
            };
        };
    };
    "GET /v1/mall": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                category?: string;
                shop?: string;
                sort?: "for_you" | "new" | "price_up" | "price_down";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request: string | null;
                        items: {
                            id: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            thumbhash: string | null;
                            price: {
                                minor: string;
                                currency: string;
                            } | null;
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            rating: string | null;
                            ratings: number;
                            available: number;
                            variant: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/mall/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        fresh: {
                            id: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            thumbhash: string | null;
                            price: {
                                minor: string;
                                currency: string;
                            } | null;
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            rating: string | null;
                            ratings: number;
                            available: number;
                            variant: string | null;
                        }[];
                        lowered: {
                            id: string;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            };
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            thumbhash: string | null;
                            price: {
                                minor: string;
                                currency: string;
                            } | null;
                            struck: {
                                minor: string;
                                currency: string;
                            } | null;
                            rating: string | null;
                            ratings: number;
                            available: number;
                            variant: string | null;
                        }[];
                        shops: {
                            id: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            picture: string | null;
                            country: string;
                            owner: string;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/people/{id}/posts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            caption: string;
                            poster: string;
                            thumbhash: string;
                            durationMs: number;
                            /** @enum {string} */
                            format: "video" | "pictures";
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/products/{id}/posts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            author: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            };
                            caption: string;
                            poster: string;
                            thumbhash: string;
                            durationMs: number;
                            /** @enum {string} */
                            format: "video" | "pictures";
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "processing" | "live" | "removed";
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/feed/why/{post}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profiled: boolean;
                        reasons: {
                            code: string;
                            subject: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/feed/expect": {
        parameters: {
            query: {
                posts: string[];
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profiled: boolean;
                        position: string;
                        posts: {
                            post: string;
                            p: {
                                skip: string;
                                watch: string;
                                finish: string;
                                like: string;
                                save: string;
                                comment: string;
                                share: string;
                                follow: string;
                                click: string;
                                cart: string;
                                order: string;
                                not_interested: string;
                                report: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/feed/heart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        position: string;
                        learned: string;
                        behind: number;
                        sizes: {
                            items: number;
                            people: number;
                            tags: number;
                            pool: number;
                            bytes: number;
                        };
                        damped: {
                            reason: string;
                            events: number;
                        }[];
                        weights: {
                            file: string;
                            version: string;
                            table: {
                                name: string;
                                byDefault: string;
                                now: string;
                            }[];
                            scenes: {
                                scene: string;
                                name: string;
                                now: string;
                            }[];
                        };
                        pools: {
                            promoted: number;
                            gates: {
                                at: number;
                                judged: number;
                                passed: number;
                            }[];
                        };
                        heads: {
                            head: string;
                            rows: number;
                            happened: string;
                            predicted: string;
                            drift: string;
                            counters: string;
                        }[];
                        served: {
                            pages: number;
                            since: string | null;
                            slots: number;
                            explored: number;
                            propensity: string | null;
                            sources: {
                                source: string;
                                slots: number;
                                propensity: string;
                            }[];
                        };
                        newest: {
                            request: string;
                            /** Format: date-time */
                            at: string;
                            scene: string;
                        }[];
                        snapshot: {
                            position: string;
                            at: string | null;
                        } | null;
                    };
                };
            };
        };
    };
    "POST /v1/feed/weights/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    weights: {
                        scene: ("for_you" | "following" | "mall") | null;
                        name: string;
                        value: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            field: string;
                            from: string | null;
                            to: string | null;
                        }[];
                        pages: {
                            /** @enum {string} */
                            who: "anybody" | "sample";
                            /** @enum {string} */
                            scene: "for_you" | "following" | "mall";
                            of: number;
                            moved: number;
                            fresh: number;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/feed/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    weights: {
                        scene: ("for_you" | "following" | "mall") | null;
                        name: string;
                        value: string;
                    }[];
                    version: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            field: string;
                            from: string | null;
                            to: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/feed/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: number;
                        since: string | null;
                        whole: boolean;
                        experiments: {
                            name: string;
                            share: string;
                            mixed: number;
                            /** @enum {string} */
                            ratio: "kept" | "broken" | "too_few";
                            arms: {
                                name: string;
                                weights: {
                                    name: string;
                                    value: string;
                                }[];
                                people: number;
                                pages: number;
                                mean: string;
                                against: {
                                    difference: string;
                                    low: string;
                                    high: string;
                                } | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/feed/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        request: string;
                        /** Format: date-time */
                        at: string;
                        scene: string;
                        policy: string;
                        profiled: boolean;
                        slots: {
                            post: string;
                            tile: {
                                id: string;
                                author: {
                                    id: string;
                                    handle: string;
                                    name: string;
                                    picture: string | null;
                                    creator: boolean;
                                };
                                caption: string;
                                poster: string;
                                thumbhash: string;
                                durationMs: number;
                                /** @enum {string} */
                                format: "video" | "pictures";
                                /** @enum {string} */
                                state: "draft" | "scheduled" | "processing" | "live" | "removed";
                            } | null;
                            source: string;
                            propensity: string;
                            reasons: {
                                code: string;
                                tag: string | null;
                                share: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/me/taste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profiled: boolean;
                        tags: {
                            tag: string;
                            weight: string;
                        }[];
                        authors: {
                            person: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            } | null;
                            shop: {
                                id: string;
                                slug: string;
                                name: {
                                    en?: string;
                                    ja?: string;
                                    zh?: string;
                                };
                                picture: string | null;
                                country: string;
                                owner: string;
                            } | null;
                            weight: string;
                        }[];
                    };
                };
            };
        };
    };
    "DELETE /v1/me/taste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    "DELETE /v1/me/taste/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}/standing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        stage: "unknown" | "away" | "guaranteed" | "promoted" | "ranked" | "given_up";
                        guaranteed: number;
                        until: number;
                        gate: {
                            gate: number;
                            at: number;
                            next: number;
                            passed: boolean;
                            through: number;
                            chance: string;
                            needed: string;
                            value: string;
                            median: string;
                            cohort: number;
                        } | null;
                        impressions: number;
                        served: number;
                        kept: ("removed" | "moderated" | "author_removed" | "out_of_stock" | "commerce")[];
                    };
                };
            };
        };
    };
    "GET /v1/insights/loop": {
        parameters: {
            query?: {
                shop?: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        shop: string | null;
                        days: number;
                        asOf: {
                            position: string;
                            /** Format: date-time */
                            at: string;
                        };
                        phases: {
                            /** @enum {string} */
                            phase: "exploration" | "connection" | "verification" | "purchase" | "confirmation" | "sharing";
                            people: number;
                            goOn: {
                                share: string;
                                low: string;
                                high: string;
                                of: number;
                            } | null;
                            thin: string | null;
                            medianHours: string | null;
                            goneOn: number;
                            stopped: number;
                            waiting: number;
                        }[];
                        transitions: {
                            /** @enum {string} */
                            from: "exploration" | "connection" | "verification" | "purchase" | "confirmation" | "sharing";
                            /** @enum {string} */
                            to: "exploration" | "connection" | "verification" | "purchase" | "confirmation" | "sharing";
                            count: number;
                        }[];
                        newlySeeded: number;
                        returned: number;
                        laps: {
                            count: number;
                            medianHours: string | null;
                        };
                        lineage: {
                            sharesFromOrders: number;
                            ordersFromShares: number;
                        };
                        gain: {
                            value: string;
                            low: string;
                            high: string;
                        } | null;
                        gainReason: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/insights/today": {
        parameters: {
            query: {
                shop: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        zone: string;
                        days: {
                            back: number;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            revenue: {
                                minor: string;
                                currency: string;
                            };
                            orders: number;
                            visitors: number;
                            buyers: number;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/insights/ways": {
        parameters: {
            query: {
                shop: string;
                phase: "exploration" | "connection" | "verification" | "purchase" | "confirmation" | "sharing";
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ways: {
                            /** @enum {string} */
                            kind: "share" | "post" | "search" | "direct";
                            people: number;
                        }[];
                        posts: {
                            post: string;
                            people: number;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/insights/posts": {
        parameters: {
            query: {
                shop: string;
                posts: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        items: {
                            post: string;
                            impressions: number;
                            watched: number;
                            watchedMs: string;
                            clicks: number;
                            orders: number;
                            shares: number;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/insights/lineage": {
        parameters: {
            query?: {
                shop?: string;
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chains: {
                            parent: {
                                order: string;
                                line: string;
                                product: string;
                                /** Format: date-time */
                                at: string;
                            };
                            content: {
                                /** @enum {string} */
                                kind: "post" | "share" | "review";
                                id: string;
                                /** Format: date-time */
                                at: string;
                            };
                            child: {
                                order: string;
                                line: string;
                                product: string;
                                /** Format: date-time */
                                at: string;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        /** Format: date-time */
                        published: string;
                        durationMs: number;
                        stepMs: number;
                        kept: number[];
                        reach: {
                            /** @enum {string} */
                            from: "share" | "for_you" | "following" | "other";
                            impressions: number;
                        }[];
                        all: {
                            impressions: number;
                            watched: number;
                            watchedMs: string;
                            clicks: number;
                            orders: number;
                            shares: number;
                        };
                        firstHour: {
                            impressions: number;
                            watched: number;
                            watchedMs: string;
                            clicks: number;
                            orders: number;
                            shares: number;
                        };
                        helped: number;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        impressions: number;
                        helped: number;
                        orders: number;
                    };
                };
            };
        };
    };
    "GET /v1/posts/{id}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        asOf: string;
                        standing: {
                            /** @enum {string} */
                            stage: "unknown" | "away" | "guaranteed" | "promoted" | "ranked" | "given_up";
                            guaranteed: number;
                            until: number;
                            gate: {
                                gate: number;
                                at: number;
                                next: number;
                                passed: boolean;
                                through: number;
                                chance: string;
                                needed: string;
                                value: string;
                                median: string;
                                cohort: number;
                            } | null;
                            impressions: number;
                            served: number;
                            kept: ("removed" | "moderated" | "author_removed" | "out_of_stock" | "commerce")[];
                        };
                        ways: {
                            /** @enum {string} */
                            way: "new" | "stage" | "random" | "ranked";
                            served: number;
                            seen: number;
                        }[];
                        people: number;
                        first: string | null;
                        last: string | null;
                        /** @enum {string} */
                        kind: "pictures" | "clip_10s" | "clip_30s" | "clip_60s" | "clip_long";
                        others: number;
                        came: {
                            /** @enum {string} */
                            outcome: "stopped" | "finished" | "liked" | "looked";
                            own: string | null;
                            usual: string | null;
                        }[];
                        gates: number[];
                        reasons: {
                            /** @enum {string} */
                            code: "not_published" | "not_learned" | "removed" | "moderated" | "author_removed" | "out_of_stock" | "not_playable" | "trial" | "given_up" | "new_first" | "gate_unsure" | "gate_below" | "left_sooner" | "watched_less" | "liked_less" | "looked_less" | "last_gate" | "commerce" | "quiet_topic" | "same_author" | "twin" | "no_topics" | "language" | "aging";
                            stops: boolean;
                            values: {
                                name: string;
                                value: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        /** Format: date-time */
                        started: string;
                        checks: {
                            /** @enum {string} */
                            check: "log_lag" | "jobs_waiting" | "jobs_failed" | "ffmpeg" | "disk" | "memory" | "feed_page" | "mistakes" | "first_frame" | "not_ready" | "stalls" | "snapshot" | "ledger" | "mail_waiting" | "mail";
                            /** @enum {string} */
                            state: "ok" | "warn" | "bad" | "unknown";
                            value: number | null;
                            warn: number;
                            bad: number;
                        }[];
                        queues: {
                            queue: string;
                            waiting: number;
                            active: number;
                            failed: number;
                            oldest: number | null;
                            done: number;
                            typicalMs: number | null;
                        }[];
                        outbox: {
                            waiting: number;
                            oldest: number | null;
                            failed: number;
                        };
                        followers: {
                            name: string;
                            behind: number;
                        }[];
                        player: {
                            hour: {
                                measured: number;
                                firstFrameP50: number | null;
                                firstFrameP95: number | null;
                                ready: number | null;
                                stalls: number | null;
                                rungs: {
                                    rung: string;
                                    percent: number;
                                }[];
                            };
                            day: {
                                measured: number;
                                firstFrameP50: number | null;
                                firstFrameP95: number | null;
                                ready: number | null;
                                stalls: number | null;
                                rungs: {
                                    rung: string;
                                    percent: number;
                                }[];
                            };
                        };
                        feed: {
                            pages: number;
                            p50: number | null;
                            p99: number | null;
                            snapshot: string | null;
                            trained: string | null;
                        };
                        ffmpeg: string | null;
                        disk: {
                            free: number;
                            total: number;
                            database: number;
                        };
                        memory: {
                            process: number;
                            machine: number;
                        };
                        /** @enum {string} */
                        mail: "smtp" | "folder";
                        demo: boolean;
                    };
                };
            };
        };
    };
    "POST /v1/jobs/{queue}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                queue: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retried: number;
                    };
                };
            };
        };
    };
    "POST /v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    advanceMs: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        now: string;
                        offsetMs: number;
                    };
                };
            };
        };
    };
    "GET /v1/demo/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        finished: boolean;
                        clips: number;
                        of: number;
                        secondsLeft: number;
                    };
                };
            };
        };
    };
    "GET /v1/me/notices": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "order" | "refund" | "return" | "review_ask" | "price_drop" | "restock" | "reply" | "follower" | "post" | "shop_return" | "chargeback";
                            step: string;
                            /** Format: date-time */
                            at: string;
                            read: boolean;
                            subject: {
                                /** @enum {string} */
                                kind: "order" | "product" | "post" | "person";
                                id: string;
                            };
                            person: {
                                id: string;
                                handle: string;
                                name: string;
                                picture: string | null;
                                creator: boolean;
                            } | null;
                            title: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            } | null;
                            words: string;
                            picture: string | null;
                            amount: {
                                minor: string;
                                currency: string;
                            } | null;
                            was: {
                                minor: string;
                                currency: string;
                            } | null;
                            views: number;
                            likes: number;
                            people: number;
                        }[];
                        next: string | null;
                        unread: number;
                    };
                };
            };
        };
    };
    "GET /v1/me/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    "PUT /v1/me/notices/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    "POST /v1/me/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    until: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        unread: number;
                    };
                };
            };
        };
    };
    "GET /v1/me/notice-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "order" | "refund" | "return" | "review_ask" | "price_drop" | "restock" | "reply" | "follower" | "post" | "shop_return" | "chargeback";
                            app: boolean;
                            mail: boolean;
                            mailFixed: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "PUT /v1/me/notice-settings/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "order" | "refund" | "return" | "review_ask" | "price_drop" | "restock" | "reply" | "follower" | "post" | "shop_return" | "chargeback";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    app: boolean;
                    mail: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kinds: {
                            /** @enum {string} */
                            kind: "order" | "refund" | "return" | "review_ask" | "price_drop" | "restock" | "reply" | "follower" | "post" | "shop_return" | "chargeback";
                            app: boolean;
                            mail: boolean;
                            mailFixed: boolean;
                        }[];
                    };
                };
            };
        };
    };
    "GET /v1/me/alerts": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "restock" | "price_drop";
                            product: string;
                            variant: string | null;
                            choice: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            }[];
                            base: {
                                minor: string;
                                currency: string;
                            } | null;
                            /** Format: date-time */
                            set: string;
                            fired: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    "PUT /v1/products/{id}/price-alert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "restock" | "price_drop";
                        product: string;
                        variant: string | null;
                        choice: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        }[];
                        base: {
                            minor: string;
                            currency: string;
                        } | null;
                        /** Format: date-time */
                        set: string;
                        fired: string | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/products/{id}/price-alert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "PUT /v1/variants/{id}/restock-alert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "restock" | "price_drop";
                        product: string;
                        variant: string | null;
                        choice: {
                            en?: string;
                            ja?: string;
                            zh?: string;
                        }[];
                        base: {
                            minor: string;
                            currency: string;
                        } | null;
                        /** Format: date-time */
                        set: string;
                        fired: string | null;
                    };
                };
            };
        };
    };
    "DELETE /v1/variants/{id}/restock-alert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        ok: true;
                    };
                };
            };
        };
    };
    "GET /v1/people/{id}/account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        operator: boolean;
                        creator: boolean;
                        suspended: boolean;
                        shops: {
                            shop: string;
                            slug: string;
                            name: {
                                en?: string;
                                ja?: string;
                                zh?: string;
                            };
                            /** @enum {string} */
                            role: "owner" | "staff";
                            suspended: boolean;
                        }[];
                        sessions: number;
                        orders: number;
                        posts: number;
                    };
                };
            };
        };
    };
}
