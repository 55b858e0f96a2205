// Pages are HTML: they work without JavaScript, and src/lib/enhance adds what only a script can do.
export const csr = false;
