import type { PageServerLoad } from './$types';

/** What is on this device only its browser knows: the page is the same for everybody. */
export const load: PageServerLoad = () => ({});
