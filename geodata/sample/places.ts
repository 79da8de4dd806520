/** A village of the invented county as the ledgers name it. */
export interface SampleVillage {
  code: string;
  name: string;
  /** 社区, 行政村, 国有农场 or 国有林场. */
  type: string;
  town: SampleTown;
}

/** A town of the invented county and its villages in the official order. */
export interface SampleTown {
  code: string;
  name: string;
  villages: SampleVillage[];
}

/** Code, name and villages of each town; a village as the last three digits and its name, `*` a community, `+` a state farm. */
const list = [
  '990127100 岫阳镇 001东关* 002西关* 003南街* 004北街* 005新城* 006河滨* 200向家庄 201老团结 202曾家咀 203八卦滩 204何家畔 205邹家坪 206顾家堡 207付家川 208贺家窑 209月牙沟 210红土坪 211土桥庄 212梁家湾 213北程家沟',
  '990127101 松溪镇 001松溪* 200大戴家湾 201吴家湾 202万家咀 203八卦湾 204小魏家坪 205邵家寨 206石桥坪 207野狐 208何家沿 209砖窑 210红星沟 211顾家崖 212曾家窑 213夏家窑',
  '990127102 白石镇 001白石* 200彭家川 201东宋家庄 202平头坡 203夏家台 204方家窝 205程家沟 206红星塬 207红土坡 208新雷家湾 209清水坡 210叶家店 211钱家沟 212暖泉湾 213东观音',
  '990127103 柳川镇 001柳川* 200前韦家坪 201老清水 202后瓦窑 203鹰嘴坪 204夏家梁 205吴家堡 206红土滩 207卢家塬 208兴隆 209前进崖 210蒋家沿 211田家河 212薛家畔 213金家坪 214上阳坡 215曹家沟 216侯家畔 217邹家台 218袁家河 219陆家沿 220徐家沿',
  '990127104 望岭镇 001望岭* 200叶家沟 201雷家沿 202小万家沟 203凤鸣庄 204孙家沟 205阴坡崖 206后郑家坪 207张家畔 208邹家坡 209贺家沿 210大史家湾 211大柳湾 212后马家沟 213金家岭 214周家塬 215董家寨 216董家塬 217毛家堡',
  '990127105 清涧镇 001清涧* 200梨园坡 201小凤鸣 202土桥沟 203八卦庄 204付家湾 205许家崖 206王家山 207史家店 208清水坪 209大董家湾 210上苏家湾 211北三官 212杜家畔 213上陈家庄 214老高家湾 215龙家堡 498红星农场+',
  '990127106 双泉镇 200彭家川 201北 202曾家崖 203西谭家坪 204鹰嘴沟 205卢家沿 206高崖岭 207钱家窝 208黄家沟 209红星坡 210前田家湾',
  '990127107 石门镇 200上暖泉 201秦家店 202唐家窑 203堰 204邓家沟 205兴隆庄 206下龚家沟 207大梨园 208龚家湾 209黄崖崖',
  '990127108 云台镇 200大戴家湾 201上任家湾 202西双碑 203北胡家坪 204柳树崖 205北徐家沟 206老严家坪 207柳树湾 208许家塬 498云岫林场+',
  '990127109 梨塬镇 200予 201金家河 202史家川 203南 204阴坡坪 205侯家沟 206瓦窑滩 207朱家崖',
];

/** The invented county's ten towns. */
export const towns: SampleTown[] = list.map((line) => {
  const [code = '', name = '', ...entries] = line.split(' ');
  const town: SampleTown = { code, name, villages: [] };
  town.villages = entries.map((entry) => {
    const bare = entry.slice(3).replace(/[*+]$/, '');
    const farm = bare.endsWith('林场') ? '国有林场' : '国有农场';
    const type = entry.endsWith('*') ? '社区' : entry.endsWith('+') ? farm : '行政村';
    return { code: code + entry.slice(0, 3), name: bare, type, town };
  });
  return town;
});

/** The invented county's 148 villages in the order of their codes' towns. */
export const villages: SampleVillage[] = towns.flatMap((town) => town.villages);

/** A village the way it is spoken of in running text: 东关社区, 何家畔村, 红星农场. */
export function spoken({ name, type }: SampleVillage): string {
  return type === '社区' ? `${name}社区` : type === '行政村' ? `${name}村` : name;
}
