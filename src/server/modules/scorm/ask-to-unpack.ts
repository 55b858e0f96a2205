import type { Tx } from '../../platform/db/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';

/**
 * Has a package unpacked. Who imports it asks, and again what hears that its file has come: one after the other, or the
 * second would take away what the first has put down.
 */
export function askToUnpack(tx: Tx, id: number): Promise<void> {
	return enqueue(tx, 'scorm.unpack', { id }, { queue: `scorm-${id}` });
}
