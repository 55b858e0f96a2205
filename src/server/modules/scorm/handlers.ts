import { sql } from '../../platform/db/index.ts';
import { type Handler, onEvents } from '../../platform/events/index.ts';
import { askToUnpack } from './ask-to-unpack.ts';

/** A package that was imported while its file was still on its way is unpacked when the file has come. */
export const scormHandlers: Handler[] = [
	onEvents('scorm.take', ['media.settled'], async (tx, { payload }) => {
		const { rows } = await sql<{ id: number }>`select id from scorm_packages
			where media_id = ${payload.mediaId} and status = 'waiting'`.execute(tx);
		for (const { id } of rows) await askToUnpack(tx, id);
	}),
];
