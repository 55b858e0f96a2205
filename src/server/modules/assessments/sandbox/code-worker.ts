// The program of the child process in which code of learners runs: one job, then it ends.
import { runJavaScript } from './javascript.ts';
import type { Job } from './protocol.ts';
import { runPython } from './python.ts';
import { leave } from './say.ts';
import { runSql } from './sql.ts';

const languages = { javascript: runJavaScript, python: runPython, sql: runSql };

const told: Buffer[] = [];
for await (const part of process.stdin) told.push(part as Buffer);
const job = JSON.parse(Buffer.concat(told).toString('utf8')) as Job;
await languages[job.language](job);
leave();
