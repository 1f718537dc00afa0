import type { Phrasebook } from '../interpreter';

/** Why files cannot be read. */
export const reading: Phrasebook = {
  // what a file is, and should be
  'Looked for a table of interactions: one line each, with a column of users and one of items, perhaps a rating and a time, separated by commas, semicolons, tabs, | or ::, numbers also by spaces.':
    '要找的是交互的表格：每行一次交互，有用户列和物品列，也许还有评分和时间，以逗号、分号、制表符、| 或 :: 分隔，数字之间也可以用空格。',
  'Choose such a file.': '请选择这样的文件。',
  'Choose such a file, or say what this one holds, and then which column holds what.':
    '请选择这样的文件，或先指明这个文件的内容，再指明各列的含义。',
  'There are no interactions in {1}.': '{1} 中没有交互。',
  'Nothing in {1} says who chose what.': '{1} 都没有说明谁选择了什么。',
  'Add a file of ratings or other interactions.': '请再加入一个含有评分或其他交互的文件。',
  '{1} is empty.': '{1} 是空的。',
  '{1} looks like a web page, or JSON without objects, not a table.':
    '{1} 看起来是网页，或是不含对象的 JSON，而不是表格。',
  '{1} has a single column.': '{1} 只有一列。',
  '{1} has lines of all lengths, so it is no table.': '{1} 各行的列数不一，不是表格。',
  '{1} has no columns that look like users and items.': '{1} 没有看起来像用户和物品的列。',
  '{1} has the columns {2}: not both users and items.':
    '{1} 的列是 {2}：其中没有用户，或没有物品。',
  '{1} is not a text file.': '{1} 不是文本文件。',
  '{1} is a PDF.': '{1} 是 PDF 文件。',
  '{1} is a picture ({2}).': '{1} 是图片（{2}）。',
  '{1} is an old spreadsheet (xls): save it as CSV.': '{1} 是旧版电子表格（xls）：请另存为 CSV。',
  '{1} is a spreadsheet or a text file of an office program. Save it as CSV first.':
    '{1} 是办公软件的电子表格或文档。请先另存为 CSV。',
  '{1} is left out.': '未采用 {1}。',
  '{1} is no list that is known here.': '{1} 不是这里认识的清单。',
  'Choose the file as the service exports it.': '请选择该服务导出的原始文件。',
  'There is no title in {1} that was watched, read or rated.':
    '{1} 中没有看过、读过或评过分的条目。',

  // columns
  '{1} needs a column of {2}: choose it above its cells.':
    '{1} 需要一列{2:words}：请在该列上方选择。',
  '{1} needs different columns, {2}.': '{1} 需要不同的列：{2:words}。',
  '{1} needs a column of titles, years or genres, or one to keep by name: choose it.':
    '{1} 需要一列名称、年份或类型，或一列按列名保留：请选择。',
  '{1} needs a column to keep by name, as age or gender: choose it.':
    '{1} 需要一列按列名保留，例如年龄或性别：请选择。',
  users: '用户',
  items: '物品',
  tags: '标签',
  friends: '好友',
  entities: '实体',
  heads: '头实体',
  relations: '关系',
  tails: '尾实体',
  'one of users and one of items': '用户和物品各一列',
  'one of items and one of tags': '物品和标签各一列',
  'one of items and one of entities': '物品和实体各一列',
  'one of users and one of friends': '用户和好友各一列',
  'one of heads and one of relations and one of tails': '头实体、关系和尾实体各一列',

  // rows
  'None of the rows of {1} could be read.': '{1} 没有一行可以读取。',
  'None of the {1} rows of {2} could be read.': '{2} 的 {1} 行都无法读取。',
  'The first problem is in line {1} of {2}: “{3}” ({4}).':
    '第一个问题在 {2} 的第 {1} 行：“{3}”（{4:words}）。',
  'Check what its columns hold.': '请检查各列的含义。',
  'None of the {1} {2} in {3}, such as “{4}”, has an interaction.':
    '{3} 中有 {1} 个{2:words}，例如“{4}”，但都没有交互。',
  'Check which column holds the {1}, or leave the file out.':
    '请检查哪一列是{1:words}，或不使用这个文件。',
  '{1} does not say which item is which entity.': '{1} 没有说明哪个物品是哪个实体。',
  'Add the file that does (item, entity), or leave this one out.':
    '请加入说明这一点的文件（物品、实体），或不使用这个文件。',
  '{1} links items to the entities of a graph.': '{1} 把物品对应到图谱的实体。',
  'Add the file of the graph (head, relation, tail), or leave this one out.':
    '请加入图谱的文件（头实体、关系、尾实体），或不使用这个文件。',
  'Line {1} of {2} is over a million characters long, so this is no table.':
    '{2} 的第 {1} 行超过一百万个字符，所以它不是表格。',
  'Choose a file with one interaction a line.': '请选择每行一次交互的文件。',
  '{1} is a JSON list of more than 64 million characters.':
    '{1} 是超过 6400 万个字符的 JSON 列表。',
  '{1} is a line of JSON of more than 64 million characters.':
    '{1} 中有一行 JSON 超过 6400 万个字符。',
  'Save it as JSON Lines, one object a line, or as CSV.':
    '请另存为 JSON Lines（每行一个对象）或 CSV。',

  // what is damaged, or gone
  '{1} could not be read: it may have been moved or changed. Choose it again.':
    '无法读取 {1}：它可能已被移动或更改。请重新选择。',
  '{1} could not be read as Parquet.': '无法把 {1} 作为 Parquet 读取。',
  'Write it again with Snappy, gzip or Zstandard, or save it as CSV.':
    '请用 Snappy、gzip 或 Zstandard 重新写入，或另存为 CSV。',
  '{1} is damaged or was cut off.': '{1} 已损坏，或不完整。',
  '{1} is a damaged archive.': '{1} 是损坏的压缩包。',
  'Download it again, or unpack it yourself and choose what is inside.':
    '请重新下载，或自行解压后选择其中的文件。',
  'The import was stopped.': '导入已停止。',

  // too much
  'There are about {1} interactions, and this device has memory for {2}. Choose a smaller version of the data, or only some of the files.':
    '约有 {1:words} 次交互，而这台设备的内存只够 {2:words} 次。请选择较小版本的数据，或只导入部分文件。',
  '{1} million': '{1}00 万',
};
