/**
 * Names of people by culture: what families and persons are called, in which order the parts stand, and how the same
 * name comes out of different transliterations. Common names only; whoever is called so is not meant.
 */

/** How the parts of a full name stand. */
export type NameStructure =
	/** Given, family. */
	| 'western'
	/** Family, given of one or two syllables. */
	| 'family-first'
	/** Given, patronymic, family; family and patronymic have a female form. */
	| 'east-slavic'
	/** Given, father's surname, mother's surname. */
	| 'two-surnames'
	/** Given, father's given name, family (often with al-). */
	| 'arabic'
	/** Given, father's given name; no family name. */
	| 'father-name';

export type Culture = {
	structure: NameStructure;
	families: readonly string[];
	men: readonly string[];
	women: readonly string[];
};

const culture = (structure: NameStructure, families: string, men: string, women: string): Culture => ({
	structure,
	families: families.split(' '),
	men: men.split(' '),
	women: women.split(' '),
});

export const CULTURES = {
	norse: culture(
		'western',
		'Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Halvorsen Lund Sørensen Strand Solberg Moen Bakken Lindqvist Åkesson Sjöberg Engström Bergström Nyström Håkansson Thorvaldsen',
		'Jan Per Bjørn Ole Lars Kjell Knut Svein Arne Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas Stian Håkon Magnus Jørgen Göran',
		'Anne Inger Kari Marit Ingrid Liv Eva Hilde Nina Anita Marianne Bente Astrid Silje Camilla Ida Hanne Solveig Åse Karin Birgitta Kristin',
	),
	german: culture(
		'western',
		'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Krause Köhler Jäger Groß',
		'Thomas Michael Andreas Stefan Jürgen Klaus Wolfgang Uwe Matthias Jörg Bernd Lukas Felix Jonas Tobias Sebastian Günther',
		'Sabine Petra Monika Susanne Claudia Birgit Heike Ursula Anja Katrin Lena Hannah Jana Ute Käthe Friederike',
	),
	dutch: culture(
		'western',
		'Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Kok Willems Postma Verhoeven Kuipers Botha Pretorius Venter Steyn',
		'Jan Pieter Hendrik Willem Kees Maarten Bram Sander Thijs Jeroen Ruben Daan Joost',
		'Anna Maria Johanna Marieke Femke Sanne Lotte Anouk Esther Hanneke Iris Mieke',
	),
	english: culture(
		'western',
		'Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Clarke Jackson Harris Cooper Ward Turner Hill Moore Kimani Otieno Mwangi Nkosi',
		'James John Robert Michael William David Richard Thomas Charles Daniel Matthew Andrew Stephen Peter Jack Oliver Harry George',
		'Mary Patricia Jennifer Elizabeth Susan Jessica Sarah Karen Emily Charlotte Alice Grace Lucy Hannah Ruth Catherine',
	),
	french: culture(
		'western',
		'Martin Bernard Dubois Durand Moreau Laurent Lefebvre Michel Garcia Roux Fournier Girard Bonnet Lambert Fontaine Rousseau Blanchard Guérin Chevalier Gauthier Lefèvre',
		'Jean Pierre Michel Philippe Alain Nicolas Christophe François Julien Antoine Étienne Hugo Théo Jérôme',
		'Marie Nathalie Isabelle Sylvie Catherine Françoise Céline Aurélie Camille Chloé Léa Hélène Juliette',
	),
	spanish: culture(
		'two-surnames',
		'García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Navarro Torres Domínguez Vázquez Ramos Gil Ortega Delgado Castro Núñez',
		'José Antonio Manuel Francisco Juan David Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pablo Sergio Andrés',
		'María Carmen Ana Isabel Laura Cristina Marta Lucía Elena Pilar Sofía Paula Raquel Rocío Beatriz',
	),
	portuguese: culture(
		'two-surnames',
		'Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Araújo',
		'João António José Manuel Francisco Luís Carlos Paulo Pedro Jorge Rui Tiago Gonçalo Thiago',
		'Maria Ana Isabel Teresa Sofia Inês Catarina Beatriz Margarida Joana Rita Luísa Conceição',
	),
	italian: culture(
		'western',
		'Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Costa Giordano Mancini Rizzo Lombardi Moretti',
		'Giuseppe Giovanni Antonio Mario Luigi Francesco Marco Andrea Alessandro Matteo Lorenzo Davide',
		'Maria Anna Giuseppina Rosa Angela Giovanna Francesca Chiara Giulia Elena Martina Paola',
	),
	polish: culture(
		'western',
		'Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Krawczyk Piotrowski Grabowski Pawłowski Król Wróbel',
		'Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Łukasz Grzegorz Wojciech',
		'Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Zofia',
	),
	lithuanian: culture(
		'western',
		'Kazlauskas Petrauskas Jankauskas Stankevičius Vasiliauskas Žukauskas Butkus Paulauskas Urbonas Kavaliauskas',
		'Jonas Tomas Mindaugas Andrius Vytautas Darius Mantas Lukas',
		'Rasa Daiva Eglė Ieva Rūta Jurgita Laima Kristina',
	),
	russian: culture(
		'east-slavic',
		'Ivanov Smirnov Kuznetsov Popov Vasilyev Petrov Sokolov Mikhailov Novikov Fyodorov Morozov Volkov Alekseyev Lebedev Semyonov Yegorov Pavlov Kozlov Stepanov Nikolayev',
		'Aleksandr Sergey Dmitry Andrey Aleksey Maksim Yevgeny Mikhail Vladimir Nikolay Yury Ilya',
		'Yelena Tatyana Natalya Olga Irina Svetlana Yekaterina Anastasia Yulia Maria Galina Lyudmila',
	),
	ukrainian: culture(
		'east-slavic',
		'Melnyk Shevchenko Boyko Kovalenko Bondarenko Tkachenko Kovalchuk Kravchenko Oliynyk Shevchuk Koval Polishchuk Bondar Tkachuk Moroz Marchenko Lysenko Rudenko',
		'Oleksandr Serhii Volodymyr Andrii Dmytro Mykola Ivan Viktor Yurii Vasyl Yevhen Oleh',
		'Olena Tetiana Nataliia Iryna Oksana Svitlana Kateryna Yuliia Halyna Liudmyla Mariia Anastasiia',
	),
	greek: culture(
		'western',
		'Papadopoulos Georgiou Papadakis Nikolaidis Pappas Vlachos Angelopoulos Karagiannis Makris Oikonomou Dimitriou Antoniou',
		'Georgios Konstantinos Dimitrios Ioannis Nikolaos Panagiotis Christos Vasileios',
		'Maria Eleni Aikaterini Vasiliki Sofia Georgia Anna Ioanna',
	),
	turkish: culture(
		'western',
		'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek',
		'Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Emre Burak',
		'Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Merve Büşra Esra',
	),
	arabic: culture(
		'arabic',
		'al-Masri al-Hassan al-Ahmad al-Khatib Haddad al-Najjar al-Sayyid Khoury al-Rashid al-Jabiri Saleh Nasser Mansour al-Tamimi al-Qadiri Benali el-Idrissi Bennani al-Shammari Darwish',
		'Mohammed Ahmed Ali Hassan Hussein Omar Khalid Youssef Ibrahim Abdullah Mahmoud Mustafa Samir Tariq Karim Bilal Abdulrahman',
		'Fatima Aisha Maryam Zainab Khadija Noor Layla Huda Amina Salma Rania Samira',
	),
	persian: culture(
		'western',
		'Hosseini Ahmadi Mohammadi Karimi Rezaei Moradi Jafari Rahimi Hashemi Sadeghi Akbari Tehrani Ebrahimi Ghorbani',
		'Mohammad Ali Hossein Reza Mehdi Amir Hamid Saeed Majid Behrouz Dariush',
		'Fatemeh Zahra Maryam Leila Narges Shirin Parisa Nasrin Sara Mahsa',
	),
	urdu: culture(
		'western',
		'Khan Ahmed Hussain Malik Iqbal Butt Chaudhry Qureshi Mahmood Sheikh Rahman Chowdhury Siddiqui Mirza Akhtar Islam',
		'Muhammad Imran Bilal Usman Tariq Asif Kashif Faisal Nadeem Rashid Zubair',
		'Ayesha Fatima Sana Nadia Rabia Saima Farah Bushra Nasreen Shazia',
	),
	indian: culture(
		'western',
		'Sharma Patel Singh Kumar Gupta Reddy Nair Iyer Mehta Shah Rao Joshi Desai Verma Chatterjee Mukherjee Pillai Perera Fernando Silva Kaur',
		'Rajesh Amit Suresh Vijay Anil Sanjay Ravi Deepak Arjun Rohan Krishnan Harpreet',
		'Priya Anita Sunita Kavita Pooja Neha Lakshmi Deepa Meera Anjali Sita Divya',
	),
	thai: culture(
		'western',
		'Saetang Wongsawat Chaiyasit Suwannarat Srisuk Thongchai Boonmee Rattanakorn Phongphan Kittisak',
		'Somchai Somsak Prasert Anan Wichai Nattapong Kittipong',
		'Somying Malee Siriporn Kanya Suda Nattaya Pensri',
	),
	vietnamese: culture(
		'family-first',
		'Nguyễn Trần Lê Phạm Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương',
		'Văn-Hùng Minh-Tuấn Quang-Huy Đức-Anh Văn-Nam Hữu-Phước Thanh-Sơn Quốc-Bảo',
		'Thị-Lan Thị-Hương Thu-Hà Ngọc-Mai Thanh-Thảo Thị-Hoa Minh-Châu Kim-Anh',
	),
	indonesian: culture(
		'western',
		'Santoso Wijaya Susanto Hidayat Setiawan Kurniawan Saputra Nugroho Siregar Abdullah Ismail Rahim',
		'Budi Agus Andi Dedi Hendra Rizki Ahmad Joko Faizal',
		'Siti Dewi Sri Rina Nur Ayu Putri Aminah',
	),
	chinese: culture(
		'family-first',
		'Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Xie',
		'Wei Jun Jianguo Lei Zhiqiang Ming Haoran Jie Yong Guoqiang Xiaodong Bin',
		'Fang Na Xiuying Min Jing Li Yan Xiaohong Meiling Yuting Hui Lan',
	),
	korean: culture(
		'family-first',
		'Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin',
		'Min-jun Ji-hoon Sung-ho Hyun-woo Dong-hyun Young-ho Jae-won Sang-hoon',
		'Ji-woo Seo-yeon Min-ji Hye-jin Eun-ju Young-hee Soo-jin Mi-kyung',
	),
	japanese: culture(
		'western',
		'Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Ohno Saito Matsumoto',
		'Hiroshi Takashi Kenji Yuki Daisuke Kazuo Ryo Shinji Naoki',
		'Yoko Keiko Yumi Naoko Akiko Haruka Emi Junko Sakura',
	),
	'west-african': culture(
		'western',
		'Okafor Adeyemi Okonkwo Balogun Eze Ibrahim Abubakar Mensah Owusu Boateng Asante Appiah Diallo Traoré Koné Ndiaye Sow Bello',
		'Chinedu Emeka Oluwaseun Tunde Ibrahim Musa Kwame Kofi Kwabena Yaw Mamadou Amadou',
		'Ngozi Chioma Folake Aisha Amina Akosua Abena Ama Efua Fatoumata Aminata',
	),
	amharic: culture(
		'father-name',
		'Tesfaye Bekele Haile Girma Abebe Kebede Tadesse Mulugeta Desta Alemu Assefa Gebre',
		'Abebe Dawit Yonas Samuel Tesfaye Bereket Solomon Kidane',
		'Almaz Hiwot Selam Tigist Bethlehem Rahel Senait Meron',
	),
} as const satisfies Record<string, Culture>;

export type CultureName = keyof typeof CULTURES;

/**
 * One name, several spellings: each row holds what different offices, airlines and banks make of the same native name.
 * Capital letters without diacritics, as travel documents have them.
 */
export const SPELLINGS: readonly (readonly string[])[] = [
	['MOHAMMED', 'MUHAMMAD', 'MOHAMED', 'MOHAMMAD', 'MUHAMMED'],
	['AHMED', 'AHMAD', 'AHMET'],
	['HUSSEIN', 'HUSAYN', 'HUSEIN', 'HOSSEIN', 'HUSSAIN'],
	['HASSAN', 'HASAN'],
	['YOUSSEF', 'YUSUF', 'YOUSEF', 'YUSSUF'],
	['ABDULLAH', 'ABDALLAH', 'ABDULLA'],
	['ABDULRAHMAN', 'ABDUL RAHMAN', 'ABD AL-RAHMAN'],
	['KHALID', 'KHALED'],
	['IBRAHIM', 'EBRAHIM', 'IBRAHEEM'],
	['OMAR', 'UMAR', 'OMER'],
	['MAHMOUD', 'MAHMUD', 'MAHMOOD'],
	['KARIM', 'KAREEM'],
	['TARIQ', 'TAREK', 'TAREQ'],
	['FATIMA', 'FATIMAH', 'FATMA', 'FATEMEH'],
	['AISHA', 'AYESHA', 'AICHA'],
	['MARYAM', 'MARIAM', 'MERYEM'],
	['KHADIJA', 'KHADIJAH', 'HATICE'],
	['LAYLA', 'LEILA', 'LAILA'],
	['ALEKSANDR', 'ALEXANDER', 'ALEXANDR', 'OLEKSANDR'],
	['SERGEY', 'SERGEI', 'SERHII', 'SERHIY'],
	['DMITRY', 'DMITRII', 'DMITRI', 'DMYTRO'],
	['ANDREY', 'ANDREI', 'ANDRII', 'ANDRIY'],
	['ALEKSEY', 'ALEXEI', 'ALEKSEI', 'OLEKSII'],
	['YEVGENY', 'EVGENY', 'EVGENII', 'YEVHEN'],
	['NIKOLAY', 'NIKOLAI', 'MYKOLA'],
	['YURY', 'YURI', 'IURII', 'YURII'],
	['YELENA', 'ELENA', 'OLENA'],
	['TATYANA', 'TATIANA', 'TETIANA'],
	['NATALYA', 'NATALIA', 'NATALIIA'],
	['YEKATERINA', 'EKATERINA', 'KATERYNA'],
	['YULIA', 'IULIIA', 'YULIIA'],
	['FYODOROV', 'FEDOROV', 'FIODOROV'],
	['ALEKSEYEV', 'ALEKSEEV', 'ALEXEEV'],
	['NGUYEN', 'NGUYEN VAN'],
	['ZHANG', 'CHANG', 'CHEUNG'],
	['CHEN', 'CHAN', 'TAN'],
	['HUANG', 'WONG', 'HWANG'],
	['ZHOU', 'CHOW', 'CHOU'],
	['XU', 'HSU', 'TSUI'],
	['LEE', 'YI', 'RHEE', 'LI'],
	['PARK', 'PAK', 'BAK'],
	['CHOI', 'CHOE'],
	['JUNG', 'JEONG', 'CHUNG'],
	['GEORGIOS', 'GIORGOS', 'YORGOS'],
	['IOANNIS', 'YIANNIS', 'GIANNIS'],
	['MULLER', 'MUELLER'],
	['SCHAFER', 'SCHAEFER'],
	['KRUGER', 'KRUEGER'],
	['JURGEN', 'JUERGEN'],
	['JORG', 'JOERG'],
	['SORENSEN', 'SOERENSEN'],
	['BJORN', 'BJOERN'],
	['HAKON', 'HAAKON'],
	['GORAN', 'GOERAN'],
	['CHAUDHRY', 'CHOUDHURY', 'CHOWDHURY'],
	['QURESHI', 'QURAISHI', 'KOREISHI'],
	['TRAORE', 'TRAWALLY'],
	['OHNO', 'ONO', 'OONO'],
	['SATO', 'SATOU', 'SATOH'],
	['HOSSEINI', 'HUSSEINI', 'HOSEYNI'],
];
