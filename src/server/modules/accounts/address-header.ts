/** In which header better-auth is told the client's address: one that we set, so that no client can. */
export const ADDRESS_HEADER = 'x-stoa-client';
