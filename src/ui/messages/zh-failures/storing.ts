import type { Phrasebook } from '../interpreter';

/** Why something is not stored, or what is stored or was exported cannot be read. */
export const storing: Phrasebook = {
  // the browser
  'There is no room left in the browser’s storage. Export a backup, then remove datasets or runs.':
    '浏览器的存储空间已满。请先导出备份，再移除数据集或训练。',
  'A newer version of Palate has stored data here. Reload the page to get it.':
    '已有较新版本的 Palate 在此保存数据。请重新加载页面以使用新版本。',
  'The browser could not store or read the data ({1}). Private windows often refuse; in an ordinary one, free some disk space and reload the page.':
    '浏览器无法保存或读取数据（{1}）。隐私窗口常会拒绝；若是普通窗口，请腾出一些磁盘空间并重新加载页面。',
  'Palate is open in another tab that holds on to the stored data. Close that tab and try again.':
    '另一个标签页中的 Palate 占用着保存的数据。请关闭那个标签页后重试。',
  'Another import is under way. Wait, or cancel it.': '另一次导入正在进行。请等待，或将其取消。',

  // what is not there
  'There is no dataset “{1}”.': '没有数据集“{1}”。',
  'These data are not stored here any more.': '这份数据已不在这里。',
  'These data were stored by another version. Import them again.':
    '这份数据由另一个版本保存。请重新导入。',
  'This recommender is not stored here any more.': '这个推荐器已不在这里。',
  'This run is not stored here any more.': '这次训练已不在这里。',
  'There is nothing stored to go on from.': '没有已保存的内容可供继续。',
  'Import the data that this recommender learned from first.': '请先导入这个推荐器学习所用的数据。',

  // backups
  'This file is not a backup that this Palate can read.':
    '这个文件不是当前版本的 Palate 能读取的备份。',
  'The backup is cut short or damaged.': '备份不完整或已损坏。',
  'The backup is incomplete.': '备份不完整。',
  'The backup is incomplete: data that a model learned from are missing.':
    '备份不完整：缺少某个模型学习所用的数据。',
  'The backup is damaged: a file in it fails its checksum.':
    '备份已损坏：其中一个文件的校验和不符。',
  'The backup is damaged, in “{1}”: {2}': '备份已损坏，位于“{1}”：{2:words}',
  'The data are not those that their record describes.': '数据与其记录所述不符。',

  // checkpoints
  'The checkpoint is not one that this version can go on from.': '当前版本无法从这个检查点继续。',
  'The file is not a recommender that this version can read.':
    '这个文件不是当前版本能读取的推荐器。',
  'The file does not say what its recommender is.': '文件没有说明其中的推荐器是什么。',
  'The description of the recommender is damaged.': '推荐器的说明已损坏。',
  'What the file has learned does not fit its model.': '文件中学到的内容与其模型不符。',
  'The tensor “{1}” holds something other than finite numbers.': '张量“{1}”中有非有限的数。',
  '“{1}” cannot name a tensor.': '“{1}”不能用作张量的名称。',

  // damaged files, and how
  'The file is damaged or was not made by Palate: {1}.':
    '文件已损坏，或不是由 Palate 生成的：{1:words}。',
  'it is too short': '太短',
  'it ends within its header': '在文件头中就结束了',
  'its header is too long': '文件头太长',
  'its header is not JSON': '文件头不是 JSON',
  'its header is not a JSON object': '文件头不是 JSON 对象',
  'its length differs from what its header says': '长度与文件头所述不同',
  'its metadata are not an object': '元数据不是对象',
  'its metadata “{1}” are not text': '元数据“{1}”不是文本',
  'its parts do not fit together': '各部分互不相符',
  'some of its parts are missing': '缺少某些部分',
  'the browser could not read it': '浏览器无法读取',
  '“{1}” fails its checksum': '“{1}”的校验和不符',
  '“{1}” has no proper range': '“{1}”没有正确的范围',
  '“{1}” has no proper shape': '“{1}”没有正确的形状',
  '“{1}” is not described': '没有“{1}”的说明',
  '“{1}” is of a type that Palate does not use': '“{1}”的类型不是 Palate 使用的',
  '“{1}” is out of place': '“{1}”的位置不对',
};
