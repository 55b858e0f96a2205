import { definePolicy } from '../../contracts/policy.ts';

const yes = true;
const no = false;

/** Who may sell a thing. "author" wrote the item, or owns the space; who moderates a space sells nothing of it. */
// biome-ignore format: a table reads better aligned
export const catalogPolicy = definePolicy({
	//       weight     visitor member owner moderator staff
	price:  ['private', no,     no,    yes,  no,       yes],
});
