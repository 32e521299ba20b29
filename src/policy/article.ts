/** How an article of the law is written: whom it permits, whom it denies, and why. */
import type { Article, SubjectRole } from './model.ts';

export const roles = (...names: readonly SubjectRole[]): readonly SubjectRole[] => names;

export const article = (
	permit: readonly SubjectRole[],
	deny: readonly SubjectRole[],
	because: string,
	personalData?: true,
): Article =>
	personalData === undefined ? { permit, deny, because } : { permit, deny, because, personalData };
