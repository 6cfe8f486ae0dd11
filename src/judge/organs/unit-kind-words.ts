/** The words by which organs are named, as data: what closes a name, how an organ speaks of itself, what departments are called after. */

/** What an organ is, as far as its name tells. */
export type OrganKind = 'town' | 'township' | 'subdistrict' | 'government' | 'department' | 'institution';

/** How the name of each class ends; the first that fits decides. */
export const ENDINGS: readonly { readonly is: OrganKind; readonly ending: RegExp }[] = [
  { is: 'subdistrict', ending: /(?:街道|[^大步小商正老新]街)(?:办事处|办|党工委)?$/ },
  { is: 'township', ending: /(?:乡|苏木)(?:人民政府|政府|党委)?$/ },
  { is: 'town', ending: /镇(?:人民政府|政府|党委)?$/ },
  { is: 'institution', ending: /(?:大学|学院|医院|学校|中学|小学|幼儿园|研究院|研究所|卫生院|公司|集团|法院|检察院|博物馆|图书馆)$/ },
  { is: 'department', ending: /(?:局|委员会|厅|办公室|办公厅|署|管委会|[发卫经商国工科教][改健贸信务资]委|中心|支队|大队|总队|海关|银行|公安处|管理处)$/ },
  { is: 'government', ending: /(?:(?:省|自治区|市|州|盟|县|旗|区)(?:人民政府|政府)?|行政公署)$/ },
];

/** The letters by which an organ calls itself after 我 and 本, with what makes the letter part of another word. */
export const SELF_WORDS: readonly { readonly word: string; readonly not?: string }[] = [
  { word: '街道' },
  { word: '镇', not: '街|（街|\\(街|村|区|长|域' },
  { word: '乡', not: '镇|村|土|亲|音|愁|情|贤' },
  { word: '苏木' },
  { word: '局', not: '部|面|限|势|域|地' },
  { word: '委', not: '托|派|员|任|婉' },
  { word: '厅' },
  { word: '办', not: '理|事(?!处)|法|结|学|案|件|证|税|复|文|刊|好|公(?!室)' },
  { word: '院', not: '士|线|落|子|校' },
  { word: '校', not: '准|园|正|对|核|验' },
];

/** The words of an organ's inner order that follow the bare name of its class: 街道各部门, 镇党委. */
export const INNER_WORDS: { readonly [word: string]: string } = {
  街道: '各部门|各科室|各办公?室?|各站所|各单位|各线|党工委|工委|纪工委|机关|班子|领导班子|主要领导|主要负责|政务公开|政府信息公开|信息公开|层面|办事处',
  镇: '党委|政府|人民政府|纪委|各部门|各站所|各办公?室?|机关|领导班子|主要领导|主要负责|属各|直各',
  乡: '党委|政府|人民政府|纪委|各部门|各站所|各办公?室?|机关|领导班子|主要领导|主要负责|属各|直各',
};

/** Fields after which departments are named: a name that opens with one names no place. */
export const FIELDS =
  '教育|体育|科学|科技|民政|司法|财政|人力资源|人社|自然资源|生态环境|住房|住建|城市管理|城管|综合行政|综合执法|交通|水利|水务|农业|农村|林业|商务|文化|文旅|卫生|卫健|退役|应急|审计|市场监|统计|医疗保障|医保|信访|行政审批|政务服务|机关事务|国有资产|乡村振兴|发展|工业|工信|公安|民族|粮食|供销|档案|地方志|大数据|数据|投资|招商|金融|园林|房产';
