import { inject } from 'vitest';
import type { Site } from './site.ts';

const sites = inject('sites');

/** The site of this worker: nobody else is in it while a file of journeys runs. */
export const here = sites[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % sites.length] as Site;
