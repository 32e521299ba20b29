/** The console in a real browser, on the program as a user starts it. One program and one browser for all stories. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserSkipped } from './browser.ts';
import { openStage, type Stage } from './stage.ts';
import { accessibilityStories } from './stories/accessibility.ts';
import { administrationStories } from './stories/administration.ts';
import { agreementStories } from './stories/agreements.ts';
import { entityStories } from './stories/entities.ts';
import { fairnessStories } from './stories/fairness.ts';
import { hitStories } from './stories/hits.ts';
import { laneStories } from './stories/lanes.ts';
import { lawStories } from './stories/law.ts';
import { ledgerStories } from './stories/ledger.ts';
import { listStories } from './stories/lists.ts';
import { matchingStories } from './stories/matching.ts';
import { messageStories } from './stories/messages.ts';
import { modelStories } from './stories/models.ts';
import { overviewStories } from './stories/overview.ts';
import { purposeStories } from './stories/purpose.ts';
import { quarantineStories } from './stories/quarantine.ts';
import { queueStories } from './stories/queue.ts';
import { recordHitStories } from './stories/record-hits.ts';
import { recordStories } from './stories/records.ts';
import { requestStories } from './stories/requests.ts';
import { retentionStories } from './stories/retention.ts';
import { ruleStories } from './stories/rules.ts';
import { screenStories } from './stories/screen.ts';
import { secondFactorStories } from './stories/second-factor.ts';
import { signInStories } from './stories/sign-in.ts';

const skipped = browserSkipped;

describe.skipIf(skipped !== undefined)(
	`the console${skipped === undefined ? '' : ` (skipped: ${skipped})`}`,
	() => {
		let stage: Stage;
		beforeAll(async () => {
			stage = await openStage();
		});
		afterAll(() => stage?.dispose());
		const now = () => stage;

		describe('signing in', () => signInStories(now));
		describe('a second factor', () => secondFactorStories(now));
		describe('the law', () => lawStories(now));
		describe('purpose and case', () => purposeStories(now));
		describe('overview', () => overviewStories(now));
		describe('records', () => recordStories(now));
		describe('entities and candidates', () => entityStories(now));
		describe('hits and entities of a record', () => recordHitStories(now));
		describe('hits', () => hitStories(now));
		describe('the queue and assessments', () => queueStories(now));
		describe('lanes', () => laneStories(now));
		describe('rules', () => ruleStories(now));
		describe('models', () => modelStories(now));
		describe('fairness', () => fairnessStories(now));
		describe('messages', () => messageStories(now));
		describe('lists', () => listStories(now));
		describe('questions', () => screenStories(now));
		describe('retention', () => retentionStories(now));
		describe('requests of data subjects', () => requestStories(now));
		describe('matching', () => matchingStories(now));
		describe('the ledger', () => ledgerStories(now));
		describe('partners and agreements', () => agreementStories(now));
		describe('quarantine', () => quarantineStories(now));
		describe('administration', () => administrationStories(now));
		describe('accessibility', () => accessibilityStories(now));

		it('stops in order when it is asked to', async () => {
			expect(await stage.program.stop()).toBe(0);
			expect(stage.program.said()).not.toMatch(/error/i);
		});
	},
);
