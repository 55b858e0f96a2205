import type { Operation } from '../../operation.ts';
import { joiningOperations } from './joining.ts';
import { organisationItself } from './organisation.ts';
import { peopleOperations } from './people.ts';
import { reportOperations } from './reports.ts';
import { seatOperations } from './seats.ts';
import { signOnOperations } from './sign-on.ts';
import { teamOperations } from './teams.ts';
import { trainingOperations } from './trainings.ts';

/** Organisations: their people, teams, seats, trainings and reports. */
export const organisationOperations: Operation[] = [
	...organisationItself,
	...peopleOperations,
	...joiningOperations,
	...teamOperations,
	...seatOperations,
	...trainingOperations,
	...reportOperations,
	...signOnOperations,
];
