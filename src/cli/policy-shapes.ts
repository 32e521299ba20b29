/** Commands of policy: `policy decisions`. */
import { moment, type Shapes, showPage } from './operation-shape.ts';

export const policyShapes = {
	listDecisions: {
		words: ['policy', 'decisions'],
		show: showPage(
			[
				{ title: 'at', value: (row) => moment(row.at) },
				{ title: 'who', value: (row) => row.subjectName ?? row.subject },
				{ title: 'role', value: (row) => row.role },
				{ title: 'operation', value: (row) => row.operation },
				{ title: 'object', value: (row) => row.object ?? '–' },
				{ title: 'purpose', value: (row) => row.purpose ?? '–' },
				{ title: 'case', value: (row) => row.caseReference ?? '–' },
				{ title: 'decision', value: (row) => (row.permitted ? 'permitted' : `denied: ${row.reason}`) },
			],
			'decision',
		),
		example: 'policy decisions --object 0190a1b2-0000-7000-8000-000000000001',
	},
} satisfies Shapes;
