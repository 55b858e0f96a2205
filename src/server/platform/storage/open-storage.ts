import { join } from 'node:path';
import type { Config } from '../config.ts';
import { openDisk } from './disk.ts';
import { openS3 } from './s3.ts';
import type { Storage } from './storage.ts';

/** The storage of the configuration: S3 where it names a bucket, else a directory beside the database. */
export function openStorage(config: Pick<Config, 'dataDir' | 's3'>): Storage {
	return config.s3 ? openS3(config.s3) : openDisk(join(config.dataDir, 'storage'));
}
