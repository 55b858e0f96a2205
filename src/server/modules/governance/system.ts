import type { Actor } from '../../contracts/actor.ts';

/** Who moves things on when their time has come: sees everything, and is nobody. */
export const byTheClock: Actor = Object.freeze({
	userId: null,
	role: 'admin',
	emailVerified: false,
	suspended: false,
	scopes: null,
});
