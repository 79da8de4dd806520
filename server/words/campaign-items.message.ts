/** Words a campaign plan uses for what it says, in the first column of its ledger. Everything else with a date is a time node. */
export const campaignWords: Record<'title' | 'firstOn' | 'days' | 'county', string[]> = {
  title: ['行动名称', '活动名称', '方案名称', '行动', '行动标题', '名称', '标题', 'title'],
  firstOn: [
    '起始日',
    '起始日期',
    '开始日期',
    '开始日',
    '启动日期',
    '启动日',
    '行动起始日',
    '首日',
    '行动首日',
    '起始时间',
    '开始时间',
    '第一天',
    'firstOn',
  ],
  days: ['天数', '行动天数', '期限', '期限（天）', '总天数', '行动期限', 'days'],
  county: ['县', '县名', '县（区）', '县区名称', 'county'],
};

/** A plan's title usually begins with the county's name: 云岫县…百日行动. */
export const countyInTitle = /^(\p{Script=Han}{1,10}?(?:自治县|县|区|市|旗))/u;
