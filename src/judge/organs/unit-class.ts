/** The classes of organs that owe a report. */

/** What kind of organ a unit is: 人民政府 of county level and up, 部门, 乡镇人民政府, 街道办事处. */
export type UnitClass = 'government' | 'department' | 'township' | 'subdistrict';
