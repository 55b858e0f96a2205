import type { Persona } from './world.ts';

/** How the tests call an operation, as somebody who may. */
export interface Called {
	as: Persona;
	params?: Record<string, string | number>;
	query?: Record<string, string | number | string[]>;
	body?: unknown;
	ifMatch?: string;
}
