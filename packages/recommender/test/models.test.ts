import { forward, itemNeighbours, popularity, sequenceNeighbours, userNeighbours } from '../src/index.ts';
import { describeModel } from './model-suite.ts';

describeModel(popularity, {}, { knowsTastes: false });
describeModel(popularity, { halfLife: 20 }, { knowsTastes: false });
describeModel(itemNeighbours);
describeModel(itemNeighbours, {
	neighbours: 6,
	decay: 0.8,
	shrink: 1,
	weighting: 'bm25',
	keepFor: 'candidate',
});
describeModel(itemNeighbours, { similarity: 'jaccard' });
describeModel(userNeighbours, { neighbours: 10 });
describeModel(forward);
describeModel(forward, { combine: 'product', shrink: 2, discount: 0.9 });
describeModel(sequenceNeighbours, { before: 0.2 });
