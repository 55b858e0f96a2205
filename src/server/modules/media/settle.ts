import { type Db, inTransaction } from '../../platform/db/index.ts';
import { emit } from '../../platform/events/index.ts';
import { enqueue } from '../../platform/jobs/index.ts';
import { keyOf, type MediaTools } from './tools.ts';

/** What becomes known of a medium. */
interface Found {
	status: 'processing' | 'ready' | 'refused' | 'failed';
	kind?: 'image' | 'video' | 'audio' | 'file';
	mime?: string;
	sha256?: string;
	bytes?: number;
	width?: number;
	height?: number;
	duration_ms?: number;
	has_audio?: boolean;
	converted_at?: Date;
	refusal?: string;
	/** Values for its sentence. */
	refusal_params?: string;
}

/** Writes how work on a medium ended, tells of it, and wakes whoever goes on. */
export async function settle(db: Db, id: number, found: Found): Promise<void> {
	await inTransaction(db, async (tx) => {
		const row = await tx
			.updateTable('media')
			.set({
				...found,
				leased_until: null,
				attempts: 0,
				...(found.status === 'ready' ? { progress: 100, ready_at: new Date() } : {}),
			})
			.where('id', '=', id)
			.returning(['owner_id'])
			.executeTakeFirst();
		if (!row) return;
		await tx.deleteFrom('uploads').where('media_id', '=', id).execute();
		if (found.status === 'processing') await enqueue(tx, 'media.convert', {}, { key: 'media.convert' });
		else
			await emit(tx, row.owner_id, 'media.settled', {
				mediaId: id,
				ownerId: row.owner_id,
				status: found.status,
			});
	});
}

/** Takes everything off the storage that was not to come. */
export async function dropBytes(id: number, tools: MediaTools): Promise<void> {
	await tools.storage.removeAll(keyOf.pieces(id));
	await tools.storage.removeAll(keyOf.all(id));
}
