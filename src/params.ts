import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
	/** A positive whole number that JavaScript can hold: an id. */
	integer: (text) =>
		/^[1-9]\d{0,15}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined,
});
