import type { Phrasebook } from '../interpreter';

/** Why nothing is learned, or computed. */
export const learning: Phrasebook = {
  // settings
  'There is no field “{1}”; there are: {2}.': '没有“{1}”这项设置；可用的有：{2:words}。',
  none: '无',
  'There is no model “{1}”; there are: {2}.': '没有模型“{1}”；可用的有：{2}。',
  'There is no time zone “{1}”.': '没有时区“{1}”。',
  'Give its name as in “Europe/Berlin”, or “UTC”.': '请写成“Europe/Berlin”这样的名称，或“UTC”。',
  '“{1}” must be one of {2}.': '“{1:words}”必须是以下之一：{2}。',
  '“{1}” must be a number from {2} to {3}.': '“{1:words}”必须是 {2} 至 {3} 的数。',
  '“{1}” must be a whole number from {2} to {3}.': '“{1:words}”必须是 {2} 至 {3} 的整数。',
  '“heads” ({1}) must divide “dim” ({2}).': '“嵌入维度”（{2}）必须能被“注意力头数”（{1}）整除。',
  'The order by {1} turns pairs of numbers. Choose a multiple of {2} for “dim” ({3}), or “age” for “order”.':
    '按 {1} 得知先后时，数要两两一组旋转。请让“嵌入维度”（{3}）是 {2} 的倍数，或让“顺序”为 age。',

  // data
  'A split by time needs times; choose another split.': '按时间划分需要时间；请选择其他划分。',
  'There is too little in these data to hold something back for a test. Users need at least three interactions.':
    '这份数据太少，无法留出一部分用于测试。每位用户至少需要三次交互。',
  'Fewer than {1} people have enough interactions to be held out: each needs 11 that count.':
    '交互足够多、可以留出的用户不足 {1} 位：每位需要 11 次计入的交互。',
  'Too few people have {1} interactions, which their timelines need.':
    '有 {1} 次交互的用户太少，而逐次测量需要这么多。',
  'Nobody has two interactions to learn an order from. Choose a model that needs no order.':
    '没有人有两次交互，无从学习先后顺序。请选择不需要顺序的模型。',
  'There are no facts about these items. Add a graph of them, or choose another model.':
    '没有关于这些物品的事实。请加入它们的图谱，或选择其他模型。',
  '{1} learns from ratings, and in these data all values are alike. Choose a model that needs no ratings.':
    '“{1:words}”从评分中学习，而这份数据中的值全都相同。请选择不需要评分的模型。',
  'The model is for data of at most {1} interactions.': '这个模型最多用于 {1} 次交互的数据。',
  'There is no {1} “{2}” in these data.': '这份数据中没有{1:words}“{2}”。',
  user: '用户',
  item: '物品',
  entity: '实体',
  'Something else is counted now.': '现在统计的已是另一项。',

  // learning
  'The loss became {1} in epoch {2}. Lower the learning rate and train again.':
    '第 {2} 轮的损失变成了 {1}。请降低学习率后重新训练。',
  'The matrix is not positive definite; raise the regularization.':
    '矩阵不是正定的；请加大正则化。',
  'A training is under way, here or in another tab. Wait, or stop it.':
    '这里或另一个标签页正在训练。请等待，或将其停止。',
  'Something else is being learned. Wait, or stop it.': '正在学习别的内容。请等待，或将其停止。',
  'Like or rate two titles at least, for the model to learn from.':
    '请至少喜欢或评分两部作品，模型才能从中学习。',
  '{1} cannot learn on from one person. It folds people in instead.':
    '“{1:words}”不能从一个人那里继续学习，而是立即采纳其评分。',
  'This recommender learned from other data than these, and cannot learn on from them. Train one here.':
    '这个推荐器是从其他数据中学来的，不能从这份数据继续学习。请在这里训练一个。',
  '{1} keeps no vectors of the items, which would tell how alike they are.':
    '“{1:words}”没有为物品保留向量，无从得知它们有多相似。',

  // bundles
  '{1} compares with the histories of its users, and no user goes into a bundle.':
    '“{1:words}”要与用户的历史比较，而网站包不含任何用户。',
  '{1} takes the programs of all its parts, more than a visitor should wait for.':
    '“{1:words}”需要它各个部分的程序，访客不该等这么久。',
  '{1} takes more programs than a visitor should wait for.':
    '“{1:words}”需要的程序太多，访客不该等这么久。',
  'What {1} has learned of {2} items takes {3}, and a bundle may take {4}.':
    '“{1:words}”对 {2} 个物品学到的内容占 {3}，而网站包最多 {4}。',
  'For a bundle, train a model of factors such as als or bpr-mf.':
    '要导出网站包，请训练矩阵分解一类的模型，例如 iALS 或 BPR。',

  // devices
  'No backend could be started. {1}': '没有后端可以启动。{1:words}',
  'webgpu: {1}': 'WebGPU：{1:words}',
  'wasm: {1}': 'WASM：{1:words}',
  'cpu: {1}': 'CPU：{1:words}',
  'This browser has no WebGPU.': '这个浏览器不支持 WebGPU。',
  'This browser has no WebAssembly SIMD.': '这个浏览器不支持 WebAssembly SIMD。',
  'The browser offers no GPU adapter.': '浏览器没有提供可用的显卡。',
  'The only adapter, {1}, is software and slower than WASM.':
    '唯一的显卡（{1:words}）由软件模拟，比 WASM 慢。',
  'unnamed GPU': '未命名的显卡',
  'The {1} backend did not come up.': '后端 {1} 没有启动。',
  'It failed its self-test: a gradient was {1}.': '没有通过自检：梯度为 {1}。',
  'The device that was computing went away or ran out of memory. Reload the page and go on from the last checkpoint, or choose smaller sizes.':
    '计算设备已丢失或内存不足。请重新加载页面，从最近的检查点继续，或选择更小的设置。',
  'The browser found no room in memory for so much at once. Take less: fewer rows, or only users and items with more of them (k-core).':
    '浏览器的内存一次容纳不下这么多。请减少一些：更少的行，或只保留交互次数较多的用户和物品（k-core）。',
};
