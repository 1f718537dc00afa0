import type { Phrasebook } from '../interpreter';

/** Why files that are packed, or what is packed in them, are not read. */
export const archives: Phrasebook = {
  '{1} is a compressed file (gzip) within an archive: unpack it first.':
    '{1} 是压缩包中的 gzip 文件：请先解压。',
  '{1} is an archive or a spreadsheet (zip) within an archive: unpack it first.':
    '{1} 是压缩包中的压缩包或电子表格（zip）：请先解压。',
  '{1} is a compressed file (zstd): unpack it first.': '{1} 是 zstd 压缩文件：请先解压。',
  '{1} is an archive (7z): unpack it first.': '{1} 是 7z 压缩包：请先解压。',
  '{1} is an archive (rar): unpack it first.': '{1} 是 rar 压缩包：请先解压。',
  '{1} is a Parquet file that is packed: unpack it first.':
    '{1} 是压缩过的 Parquet 文件：请先解压。',
  '{1} holds {2} files. Unpack it, and choose the files of ratings.':
    '{1} 中有 {2} 个文件。请解压后选择评分文件。',
  '{1} would unpack to more than 32 GiB, as no table of ratings does, so it was not read.':
    '{1} 解压后会超过 32 GiB，评分表格不会这么大，因此没有读取。',
  '{1} would unpack to more than {2} times its size, as no table of ratings does, so it was not read.':
    '{1} 解压后会超过原来的 {2} 倍，评分表格不会这样，因此没有读取。',
  'If you trust it, unpack it and choose what is inside.': '如果你信任它，请解压后选择其中的文件。',
  '{1} in {2} is locked by a password.': '{2} 中的 {1} 有密码保护。',
  'Unpack it with the password, and choose it then.': '请用密码解压后再选择。',
  '{1} in {2} is damaged or packed in a rare way.': '{2} 中的 {1} 已损坏，或压缩方式少见。',
  'Unpack {1} yourself, and choose the file then.': '请自行解压 {1}，再选择这个文件。',

  // what an archive holds beside data
  '{1} in {2} is about the data.': '{2} 中的 {1} 是对数据的说明。',
  '{1} in {2} is about the account.': '{2} 中的 {1} 是关于账户的。',
  '{1} in {2} is not of what was watched.': '{2} 中的 {1} 与观看的内容无关。',
  '{1} in {2} is no table.': '{2} 中的 {1} 不是表格。',
  '{1} in {2} repeats a part of u.data.': '{2} 中的 {1} 与 u.data 的一部分重复。',
  '{1} in {2} lists what other files say as well.': '{2} 中的 {1} 所列的在其他文件中也有。',
  '{1} in {2} holds computed tags, too many to use.':
    '{2} 中的 {1} 是计算得出的标签，多得无法使用。',
  '{1} in {2} holds the ids of other sites.': '{2} 中的 {1} 是其他网站的编号。',
  '{1} in {2} has no ratings.': '{2} 中的 {1} 没有评分。',
  '{1} in {2} holds what was deleted.': '{2} 中的 {1} 是已删除的内容。',
  '{1} in {2} is what was not watched yet.': '{2} 中的 {1} 是还没看的。',
};
