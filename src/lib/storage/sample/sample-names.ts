/** The words of the sample organization. Family name and given name stand in the order of their own language. */
interface NameStock {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly familyFirst?: true;
  /** Latin letters for emails, in the same order as the names: an address in another script is rare. */
  readonly latinGiven?: readonly string[];
  readonly latinFamily?: readonly string[];
}

export const nameStocks: readonly NameStock[] = [
  {
    given: ['Emma', 'Oliver', 'Grace', 'Samuel', 'Priya', 'Nathan', 'Chloe', 'Isaac', 'Hannah', 'Leo', 'Ruth', 'Owen'],
    family: ['Bennett', 'Clarke', 'Osei', 'Fletcher', 'Patel', 'O’Brien', 'Hughes', 'Walker', 'Nwosu', 'Reid']
  },
  {
    given: ['Zoé', 'Jürgen', 'Søren', 'Łucja', 'Ágnes', 'Iñigo', 'Çağla', 'Štěpán', 'Márta', 'Bjørk', 'João', 'Anaïs'],
    family: ['Müller', 'Nuñez', 'Østergård', 'Wójcik', 'Szabó', 'Dvořák', 'Yılmaz', 'Lefèvre', 'Gonçalves', 'Þórsson'],
    latinGiven: [
      'zoe',
      'juergen',
      'soren',
      'lucja',
      'agnes',
      'inigo',
      'cagla',
      'stepan',
      'marta',
      'bjork',
      'joao',
      'anais'
    ],
    latinFamily: [
      'mueller',
      'nunez',
      'ostergard',
      'wojcik',
      'szabo',
      'dvorak',
      'yilmaz',
      'lefevre',
      'goncalves',
      'thorsson'
    ]
  },
  {
    given: ['Анна', 'Дмитрий', 'Олена', 'Иван', 'Марія', 'Сергей', 'Ксения', 'Богдан'],
    family: ['Шевченко', 'Коваль', 'Мельник', 'Бойко', 'Литвин', 'Гончар'],
    latinGiven: ['anna', 'dmitry', 'olena', 'ivan', 'mariia', 'sergey', 'ksenia', 'bohdan'],
    latinFamily: ['shevchenko', 'koval', 'melnyk', 'boiko', 'lytvyn', 'honchar']
  },
  {
    given: ['Ελένη', 'Γιώργος', 'Μαρία', 'Νίκος', 'Σοφία'],
    family: ['Παππάς', 'Αγγελίδη', 'Δημητρίου', 'Ρήγας'],
    latinGiven: ['eleni', 'giorgos', 'maria', 'nikos', 'sofia'],
    latinFamily: ['pappas', 'angelidi', 'dimitriou', 'rigas']
  },
  {
    given: ['美咲', '健太', 'さくら', '翔太', '陽子', '直樹'],
    family: ['佐藤', '鈴木', '高橋', '田中', '渡辺'],
    familyFirst: true,
    latinGiven: ['misaki', 'kenta', 'sakura', 'shota', 'yoko', 'naoki'],
    latinFamily: ['sato', 'suzuki', 'takahashi', 'tanaka', 'watanabe']
  },
  {
    given: ['伟', '秀英', '丽', '军', '晓明'],
    family: ['王', '李', '张', '陈'],
    familyFirst: true,
    latinGiven: ['wei', 'xiuying', 'li', 'jun', 'xiaoming'],
    latinFamily: ['wang', 'li', 'zhang', 'chen']
  },
  {
    given: ['فاطمة', 'يوسف', 'ليلى', 'عمر', 'نور'],
    family: ['الحسن', 'منصور', 'خليل', 'حداد'],
    latinGiven: ['fatima', 'youssef', 'layla', 'omar', 'nour'],
    latinFamily: ['alhassan', 'mansour', 'khalil', 'haddad']
  },
  {
    given: ['आरव', 'दीया', 'रोहन', 'अनन्या'],
    family: ['शर्मा', 'वर्मा', 'सिंह'],
    latinGiven: ['aarav', 'diya', 'rohan', 'ananya'],
    latinFamily: ['sharma', 'verma', 'singh']
  }
];

/** Three levels: region › place › team. */
export const groupNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'Europe, Middle East and Africa': {
    Berlin: ['Hardware', 'Software', 'Night shift'],
    Athens: ['First line', 'Second line'],
    القاهرة: ['First line', 'Mobile devices']
  },
  Americas: {
    'São Paulo': ['Primeira linha', 'Segunda linha'],
    Montréal: ['Première ligne', 'Quart de nuit']
  },
  'Asia Pacific': {
    東京: ['一次サポート', '二次サポート'],
    Pune: ['First line', 'Escalations', 'Unattended machines']
  },
  Contractors: { 'Summer 2026': [] }
};
