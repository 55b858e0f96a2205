// Every algorithm once; `modelKinds` and the face of the package read this list.
export { als } from './als.ts';
export { bpr } from './bpr.ts';
export { content } from './content.ts';
export { ease } from './ease.ts';
export { forward } from './forward.ts';
export { itemNeighbours } from './item-neighbours.ts';
export { linearFilter } from './linear-filter.ts';
export { popularity } from './popularity.ts';
export { rp3beta } from './rp3beta.ts';
export { sasrec } from './sasrec.ts';
export { sequenceNeighbours } from './sequence-neighbours.ts';
export { slim } from './slim.ts';
export { spectralFilter } from './spectral-filter.ts';
export { svd } from './svd.ts';
export { twoTower } from './two-tower.ts';
export { userNeighbours } from './user-neighbours.ts';
