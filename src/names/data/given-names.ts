/**
 * Given names of the world and whom they are given to: to tell given from family names, and as evidence of sex. Common
 * knowledge, region by region; keys as `toLatin` gives them. A name in both lists of a region, or used for both, is `either`.
 */
import { femaleNames } from './given-names-female.ts';
import { maleNames } from './given-names-male.ts';
import { words } from './read-rows.ts';

function read(): ReadonlyMap<string, 'female' | 'male' | 'either'> {
	const found = new Map<string, 'female' | 'male' | 'either'>();
	for (const name of words(maleNames)) found.set(name, 'male');
	for (const name of words(femaleNames)) found.set(name, found.has(name) ? 'either' : 'female');
	for (const name of words(eitherNames)) found.set(name, 'either');
	return found;
}

const eitherNames = `
	alex ali andrea ange angel ariel ashley aubrey avery bailey blair bobbie brook cameron camille carey
	carmel carol casey chris claude claire courtney dana darcy dominique drew eden evelyn fran francis
	frankie gabriele jackie jamie jan jean jess jesse jody jordan jules kelly kelsey kendall kerry kim kit
	lee leslie lesley lindsay loren lou lynn marion maxime max michele micky morgan nat nicky nicola nikita
	noam noel pat quinn randy reese riley robin rowan sacha sam sandy sascha sasha shannon shawn shay shelby
	sidney sky stacy sydney taylor terry toby tony tracy tal val valery vivian yael yuval zhenya jun ming
	wei xin ying yan jie jing lin min ning qing rong shan xiao yi yu yun hui hua hong ping lei fang bao kai
	akira hikaru jin kaoru makoto masami mizuki nao ren rei shinobu tomomi yuki yuu asuka haruka ji hyun
	jiwon jisoo minji seung sung young yong soo sun hye jae eun kyung myung amandeep gurpreet harpreet
	jaspreet kiran kuldeep manpreet navdeep ravinder sukhdeep gurmeet jasvinder baljit jaswinder rajinder
	satinder surinder kamal jyoti shashi suman sonam tenzin pema karma dorji tashi dawa nima noor nour sabah
	jihad wisam ihsan ismat iman nidal rajaa deniz evren ilkay umut yasar ozgur nur chidi ayo femi oluwaseun
	temitope tolu linh anh thanh hanh phuong thi van nam minh dung tuyet an binh chau giang ha hai hoa khanh
	lam long mai ngoc phuc quyen tam thao thu tien trang tri tu vinh xuan dwi eka nurul dian sri putu made
	wayan nyoman ketut gede lek noi nok ple arthit siri`;

/** Given name → whom it is given to. */
export const givenNames: ReadonlyMap<string, 'female' | 'male' | 'either'> = read();
