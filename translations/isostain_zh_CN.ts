<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Application</name>
    <message>
        <source>%1 could not be written. Check that its folder exists and that you may write to it.</source>
        <translation>无法写入 %1。请检查其文件夹是否存在，以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>%1 shows an unfinished view: the slide took too long. Try again.</source>
        <translation>%1 显示的视图不完整：切片耗时过长。请重试。</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>假阳性率</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真阳性率</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>%1 (AUC %2)</source>
        <translation>%1（AUC %2）</translation>
    </message>
</context>
<context>
    <name>ColorProfileText</name>
    <message>
        <source>none in this slide</source>
        <translation>此切片中没有</translation>
    </message>
    <message>
        <source>not usable (%1)</source>
        <translation>无法使用（%1）</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>The input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>%1 is not a usable value. Correct it and try again.</source>
        <translation>%1 不是可用的值。请更正后重试。</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and that the drive is connected.</source>
        <translation>未找到 %1。请检查名称，以及驱动器是否已连接。</translation>
    </message>
    <message>
        <source>%1 could not be read. Check that you have permission to read it and that the drive is connected.</source>
        <translation>无法读取 %1。请检查您是否有读取权限，以及驱动器是否已连接。</translation>
    </message>
    <message>
        <source>%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.</source>
        <translation>%1 的格式不是 Isostain 能读取的格式。请打开全切片图像、PNG、JPEG 或 TIFF。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>%1 已损坏或不完整。请从来源处重新复制。</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.</source>
        <translation>%1 太大，无法作为普通图像读取。请先将其转换为分块的金字塔 TIFF。</translation>
    </message>
    <message>
        <source>%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.</source>
        <translation>%1 属于此版本无法打开的切片类型。请将其转换为金字塔 TIFF，或使用带有更新版 OpenSlide 的程序。</translation>
    </message>
    <message>
        <source>The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.</source>
        <translation>切片 %1 已损坏或不完整。请从扫描仪或存档中重新复制。</translation>
    </message>
    <message>
        <source>A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.</source>
        <translation>%1 的一部分无法读取，显示为缺失。文件可能已损坏，或者驱动器缓慢或已断开。</translation>
    </message>
    <message>
        <source>%1 does not contain that associated image.</source>
        <translation>%1 不包含该附带图像。</translation>
    </message>
    <message>
        <source>%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.</source>
        <translation>%1 不是 PyTorch 检查点。请选择包含 state dict 的 .pth 或 .pt 文件。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>检查点 %1 已损坏或不完整。请从来源处重新复制。</translation>
    </message>
    <message>
        <source>The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.</source>
        <translation>检查点 %1 被拒绝，因为它除了纯权重之外还包含其他内容。请将其另存为 state dict 后重试。</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.</source>
        <translation>检查点 %1 不包含所需的网络。请选择 StainNet 或 StainGAN 生成器的检查点。</translation>
    </message>
    <message>
        <source>The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.</source>
        <translation>检查点 %1 中有不是数字的权重。其训练已失败；请选择更早的检查点。</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.</source>
        <translation>检查点 %1 不包含所需的分类器。请选择 SqueezeNet 1.1 的检查点。</translation>
    </message>
    <message>
        <source>%1 is not a valid stain profile. Export it again from where it was made.</source>
        <translation>%1 不是有效的染色配置。请从制作它的地方重新导出。</translation>
    </message>
    <message>
        <source>The stain profile %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>染色配置 %1 由更新的版本制作。请更新 Isostain 后使用。</translation>
    </message>
    <message>
        <source>There is a stain profile named %1 already. Choose another name.</source>
        <translation>已有名为 %1 的染色配置。请另选名称。</translation>
    </message>
    <message>
        <source>%1 is not a valid alignment of two scans. Save it again from where it was made.</source>
        <translation>%1 不是有效的两次扫描配准。请从制作它的地方重新保存。</translation>
    </message>
    <message>
        <source>The alignment %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>配准 %1 由更新的版本制作。请更新 Isostain 后使用。</translation>
    </message>
    <message>
        <source>The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.</source>
        <translation>配准 %1 与打开的两次扫描不符：它们的尺寸与制作时不同。请打开它所属的扫描，或重新配准。</translation>
    </message>
    <message>
        <source>%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.</source>
        <translation>无法将 %1 与另一次扫描配准。请检查两者是否显示同一张玻片的同一部分，且对焦清晰。</translation>
    </message>
    <message>
        <source>%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.</source>
        <translation>%1 不是可用的标注文件。请重新导出：从 ASAP 导出为 XML，或从 QuPath 导出为 GeoJSON。</translation>
    </message>
    <message>
        <source>The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.</source>
        <translation>%1 中的色彩配置文件无法使用，因此按存储的颜色显示。请向扫描者索取带有有效 RGB 配置文件的文件。</translation>
    </message>
    <message>
        <source>%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.</source>
        <translation>%1 不是可用的屏幕色彩配置文件，因此将屏幕视为 sRGB。请选择为该屏幕制作的 ICC 配置文件。</translation>
    </message>
    <message>
        <source>%1 does not say how large its pixels are. State its micrometers per pixel and try again.</source>
        <translation>%1 没有说明其像素大小。请给出每像素的微米数后重试。</translation>
    </message>
    <message>
        <source>%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.</source>
        <translation>%1 包含会查看相邻像素的网络，在此无法使用。请选择 1x1 层的 StainNet，或经拟合的方法。</translation>
    </message>
    <message>
        <source>%1 cannot be a reference. Choose an image or a region with stained tissue.</source>
        <translation>%1 不能作为参考。请选择含有已染色组织的图像或区域。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another folder, or allow overwriting.</source>
        <translation>%1 已存在。请选择其他文件夹，或允许覆盖。</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>无法写入 %1。请检查文件夹是否存在，以及您是否可以在那里写入。</translation>
    </message>
    <message>
        <source>Another export is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>另一个导出正在写入 %1。请等待其结束，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Free some space and start again.</source>
        <translation>磁盘已满：无法写入 %1。请腾出空间后重新开始。</translation>
    </message>
    <message>
        <source>%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.</source>
        <translation>%1 已写入，但读回时不正确，因此未保留。请检查磁盘后重试。</translation>
    </message>
    <message>
        <source>%1 could not be deleted. Check that you may write to its folder.</source>
        <translation>无法删除 %1。请检查您是否可以写入其文件夹。</translation>
    </message>
    <message>
        <source>%1 does not hold usable images or pairs of images. Check the folder or the list.</source>
        <translation>%1 不包含可用的图像或图像对。请检查文件夹或列表。</translation>
    </message>
    <message>
        <source>The training in %1 diverged. Start again with a lower learning rate.</source>
        <translation>%1 中的训练已发散。请用更低的学习率重新开始。</translation>
    </message>
    <message>
        <source>%1 is not a training run that this version can read. Choose the folder that a training was told to write to.</source>
        <translation>%1 不是此版本能读取的训练运行。请选择训练时指定写入的文件夹。</translation>
    </message>
    <message>
        <source>Another training is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>另一个训练正在写入 %1。请等待其结束，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.</source>
        <translation>训练运行 %1 使用了其他设置，无法以当前设置继续。请按开始时的设置恢复，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 is not part of this installation. Install the package with training support, or build it with LibTorch.</source>
        <translation>%1 不属于此安装。请安装支持训练的软件包，或使用 LibTorch 构建。</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs and try again.</source>
        <translation>内存不足以用于 %1。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Please report it with the detail given here.</source>
        <translation>%1 发生了不应发生的问题。请附上此处给出的细节进行报告。</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG（小）</translation>
    </message>
    <message>
        <source>LZW (lossless, read everywhere)</source>
        <translation>LZW（无损，到处可读）</translation>
    </message>
    <message>
        <source>Deflate (lossless, smaller)</source>
        <translation>Deflate（无损，更小）</translation>
    </message>
    <message>
        <source>None (very large)</source>
        <translation>无（非常大）</translation>
    </message>
    <message>
        <source>Pyramidal TIFF</source>
        <translation>金字塔 TIFF</translation>
    </message>
    <message>
        <source>Pyramidal TIFF with a description like Aperio&apos;s</source>
        <translation>带有 Aperio 式描述的金字塔 TIFF</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>DICOM whole-slide image (a folder)</source>
        <translation>DICOM 全切片图像（一个文件夹）</translation>
    </message>
    <message>
        <source>Half resolution (4:2:0)</source>
        <translation>半分辨率（4:2:0）</translation>
    </message>
    <message>
        <source>Full resolution (4:4:4)</source>
        <translation>全分辨率（4:4:4）</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>与源相同</translation>
    </message>
</context>
<context>
    <name>ExportTexts</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>Isostain Help</source>
        <translation>Isostain 帮助</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>About Isostain</source>
        <translation>关于 Isostain</translation>
    </message>
    <message>
        <source>One stain for every slide: shows whole-slide images beside their stain-normalized view.</source>
        <translation>让每张切片染色如一：将全切片图像与其染色归一化视图并排显示。</translation>
    </message>
    <message>
        <source>For research use only. Not for use in diagnostic procedures.</source>
        <translation>仅供研究使用。不得用于诊断程序。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>依据 GNU 通用公共许可证第 3 版或更高版本发布的自由软件，不提供任何担保。</translation>
    </message>
    <message>
        <source>The translations from English have not been reviewed by native-speaking pathologists yet.</source>
        <translation>译自英文的翻译尚未经母语病理医师审阅。</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1，使用 %2 构建</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>许可证(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>ImageFigures</name>
    <message>
        <source>not available</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Distance along the line (µm)</source>
        <translation>沿线距离（µm）</translation>
    </message>
    <message>
        <source>Distance along the line (pixels)</source>
        <translation>沿线距离（像素）</translation>
    </message>
    <message>
        <source>Gray value</source>
        <translation>灰度值</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Examples:</source>
        <translation>示例：</translation>
    </message>
    <message>
        <source>See isostain --help.</source>
        <translation>请参阅 isostain --help。</translation>
    </message>
    <message>
        <source>Stain profile or checkpoint to use, or a method fitted to the published H&amp;E reference such as builtin:macenko. Given several times, each opens a pane.</source>
        <translation>要使用的染色配置或检查点，或拟合到已发表 H&amp;E 参考的方法，例如 builtin:macenko。可多次给出，每次打开一个窗格。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>What the pane of the profile of the same number shows: %1.</source>
        <translation>相同序号的配置的窗格显示什么：%1。</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>VIEW</translation>
    </message>
    <message>
        <source>How panes are arranged: %1.</source>
        <translation>窗格的排列方式：%1。</translation>
    </message>
    <message>
        <source>ARRANGEMENT</source>
        <translation>ARRANGEMENT</translation>
    </message>
    <message>
        <source>How to compare: %1.</source>
        <translation>比较方式：%1。</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODE</translation>
    </message>
    <message>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation>窗口大小，例如 1600x1000。</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>WIDTHxHEIGHT</translation>
    </message>
    <message>
        <source>Colors of the window: %1.</source>
        <translation>窗口的颜色：%1。</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>THEME</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>窗口的语言：%1。</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>LANGUAGE</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>将窗口的图片写入 PNG 文件后结束。</translation>
    </message>
    <message>
        <source>Write the report of a study, as a web page and as PDF, and end.</source>
        <translation>将研究报告写成网页和 PDF 后结束。</translation>
    </message>
    <message>
        <source>STUDY</source>
        <translation>STUDY</translation>
    </message>
    <message>
        <source>Folder that the report is written to.</source>
        <translation>写入报告的文件夹。</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Replace an earlier report.</source>
        <translation>替换先前的报告。</translation>
    </message>
    <message>
        <source>Shows whole-slide images beside their stain-normalized view.</source>
        <translation>将全切片图像与其染色归一化视图并排显示。</translation>
    </message>
    <message>
        <source>Slide or picture to open.</source>
        <translation>要打开的切片或图片。</translation>
    </message>
    <message>
        <source>Only one slide can be opened at a time.</source>
        <translation>一次只能打开一张切片。</translation>
    </message>
    <message>
        <source>There is room for %1 profiles.</source>
        <translation>最多可放 %1 个配置。</translation>
    </message>
    <message>
        <source>%1 is not a view. Views are: %2.</source>
        <translation>%1 不是视图。视图有：%2。</translation>
    </message>
    <message>
        <source>%1 is not an arrangement. Arrangements are: %2.</source>
        <translation>%1 不是排列方式。排列方式有：%2。</translation>
    </message>
    <message>
        <source>--report STUDY and --output FOLDER belong together.</source>
        <translation>--report STUDY 与 --output FOLDER 须同时使用。</translation>
    </message>
    <message>
        <source>%1 is not a mode. Modes are: %2.</source>
        <translation>%1 不是模式。模式有：%2。</translation>
    </message>
    <message>
        <source>%1 is not a size such as 1600x1000.</source>
        <translation>%1 不是如 1600x1000 的尺寸。</translation>
    </message>
    <message>
        <source>%1 is not a theme. Themes are: %2.</source>
        <translation>%1 不是主题。主题有：%2。</translation>
    </message>
    <message>
        <source>%1 is not a language of this program. Languages are: %2.</source>
        <translation>%1 不是本程序的语言。语言有：%2。</translation>
    </message>
</context>
<context>
    <name>MethodText</name>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>NetworkNotice</name>
    <message>
        <source>Memory ran short: the network goes on with fewer images at a time.</source>
        <translation>内存不足：网络每次处理更少的图像继续运行。</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory or failed: the network goes on, more slowly, on the processor.</source>
        <translation>显卡内存不足或出现故障：网络改由处理器继续运行，速度较慢。</translation>
    </message>
</context>
<context>
    <name>PaneArrangement</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>One Row</source>
        <translation>单行</translation>
    </message>
    <message>
        <source>One Column</source>
        <translation>单列</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
</context>
<context>
    <name>PaneView</name>
    <message>
        <source>&amp;Normalized</source>
        <translation>归一化(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Hematoxylin Alone</source>
        <translation>仅苏木精(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Eosin Alone</source>
        <translation>仅伊红(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Residual Alone</source>
        <translation>仅残余(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Trust Map</source>
        <translation>可信度图(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Second Scan</source>
        <translation>第二次扫描(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ProfileCatalog</name>
    <message>
        <source>Fits the method to this slide and brings it to published H&amp;E colors; needs no image of yours</source>
        <translation>将方法拟合到此切片，并转换为已发表的 H&amp;E 颜色；不需要您自己的图像</translation>
    </message>
    <message>
        <source>%1 (demo slides only)</source>
        <translation>%1（仅限演示切片）</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（未找到）</translation>
    </message>
    <message>
        <source>Made for H&amp;E: this slide is stained after Papanicolaou</source>
        <translation>为 H&amp;E 制作：此切片为巴氏染色</translation>
    </message>
</context>
<context>
    <name>ProfileFacts</name>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Tissue only: without glass, pen marks and folds</source>
        <translation>仅组织：不含玻片空白、笔迹和褶皱</translation>
    </message>
    <message>
        <source>As published: all pixels</source>
        <translation>按原文：所有像素</translation>
    </message>
    <message>
        <source>As published: pixels darker than 80 % lightness</source>
        <translation>按原文：暗于 80 % 明度的像素</translation>
    </message>
    <message>
        <source>Left unchanged, with a smooth transition to tissue</source>
        <translation>保持不变，并平滑过渡到组织</translation>
    </message>
    <message>
        <source>Mapped like every other color, as published</source>
        <translation>按原文，与其他颜色一样映射</translation>
    </message>
    <message>
        <source>Optical density in red, green and blue, as a vector of length 1</source>
        <translation>红、绿、蓝的光密度，长度为 1 的向量</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>苏木精</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>伊红</translation>
    </message>
    <message>
        <source>Mean of L, a, b</source>
        <translation>L、a、b 的均值</translation>
    </message>
    <message>
        <source>CIE Lab: L from 0 to 100, a and b around 0</source>
        <translation>CIE Lab：L 从 0 到 100，a 和 b 在 0 附近</translation>
    </message>
    <message>
        <source>Deviation of L, a, b</source>
        <translation>L、a、b 的偏差</translation>
    </message>
    <message>
        <source>Standard deviation over all pixels of the fit</source>
        <translation>拟合所用全部像素的标准差</translation>
    </message>
    <message>
        <source>Maxima</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>99th percentiles of the amounts of hematoxylin and eosin</source>
        <translation>苏木精和伊红含量的第 99 百分位数</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>玻片空白</translation>
    </message>
    <message>
        <source>Optical density of empty glass in red, green and blue</source>
        <translation>空白玻片在红、绿、蓝中的光密度</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Mean amounts of hematoxylin and eosin where they are at home</source>
        <translation>苏木精和伊红在各自区域的平均含量</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道数</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Each pixel of the result depends on that pixel alone</source>
        <translation>结果的每个像素只取决于该像素本身</translation>
    </message>
    <message>
        <source>The result depends on neighboring pixels</source>
        <translation>结果取决于相邻像素</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>拟合于</translation>
    </message>
    <message>
        <source>White glass</source>
        <translation>白色背景</translation>
    </message>
    <message>
        <source>Slide&apos;s stain %1</source>
        <translation>切片的染色 %1</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>染色</translation>
    </message>
    <message>
        <source>Source scanner</source>
        <translation>源扫描仪</translation>
    </message>
    <message>
        <source>Target scanner</source>
        <translation>目标扫描仪</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>像素大小</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>每像素 %1 µm</translation>
    </message>
    <message>
        <source>Of the images that the profile was made from</source>
        <translation>制作该配置所用图像的像素大小</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>generated demo slides only</source>
        <translation>仅限生成的演示切片</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>制作者</translation>
    </message>
    <message>
        <source>Isostain version</source>
        <translation>Isostain 版本</translation>
    </message>
    <message>
        <source>Training colors</source>
        <translation>训练颜色</translation>
    </message>
    <message>
        <source>%1 of %2 cells of the color space</source>
        <translation>色彩空间 %2 个单元中的 %1 个</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The trust map shows where a slide has colors that are not among them</source>
        <translation>可信度图显示切片在何处有不属于其中的颜色</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of everything that decides the colors; the same digits, the same colors</source>
        <translation>涵盖决定颜色的全部内容；数字相同，颜色就相同</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Fitted to each slide when it is opened</source>
        <translation>打开每张切片时拟合</translation>
    </message>
</context>
<context>
    <name>ProfileFormat</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Gray value profile</source>
        <translation>灰度剖面</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>Any stain</source>
        <translation>任何染色</translation>
    </message>
    <message>
        <source>H&amp;E</source>
        <translation>H&amp;E</translation>
    </message>
    <message>
        <source>Papanicolaou</source>
        <translation>巴氏染色</translation>
    </message>
    <message>
        <source>StainNet</source>
        <translation>StainNet</translation>
    </message>
    <message>
        <source>StainGAN</source>
        <translation>StainGAN</translation>
    </message>
    <message>
        <source>Reinhard</source>
        <translation>Reinhard</translation>
    </message>
    <message>
        <source>Ruifrok &amp; Johnston</source>
        <translation>Ruifrok &amp; Johnston</translation>
    </message>
    <message>
        <source>Macenko</source>
        <translation>Macenko</translation>
    </message>
    <message>
        <source>Vahadane</source>
        <translation>Vahadane</translation>
    </message>
    <message>
        <source>Khan</source>
        <translation>Khan</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>按原文</translation>
    </message>
    <message>
        <source>Tissue only</source>
        <translation>仅组织</translation>
    </message>
    <message>
        <source>Normalized like tissue</source>
        <translation>与组织一样归一化</translation>
    </message>
    <message>
        <source>Left unchanged</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>按配置的规定</translation>
    </message>
    <message>
        <source>No tissue was found, so there is nothing to fit the method to.</source>
        <translation>未找到组织，因此没有可供方法拟合的内容。</translation>
    </message>
    <message>
        <source>The picture is gray, so there are no stains to find.</source>
        <translation>图片是灰色的，因此没有可寻找的染色。</translation>
    </message>
    <message>
        <source>Only one stain could be told; the published H&amp;E stains stand in for this slide&apos;s.</source>
        <translation>只能辨别一种染色；以已发表的 H&amp;E 染色代替此切片的染色。</translation>
    </message>
    <message>
        <source>No hematoxylin and eosin were found, so there is nothing to fit the method to.</source>
        <translation>未找到苏木精和伊红，因此没有可供方法拟合的内容。</translation>
    </message>
    <message>
        <source>The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.</source>
        <translation>在此找到的染色不像苏木精和伊红。在依赖这些颜色之前，请与源图比较。</translation>
    </message>
    <message>
        <source>The stain profile is for another stain than this slide&apos;s.</source>
        <translation>该染色配置适用于与此切片不同的染色。</translation>
    </message>
    <message>
        <source>The pixel size of this slide differs from that of the images the stain profile was made from.</source>
        <translation>此切片的像素大小与制作该染色配置的图像不同。</translation>
    </message>
    <message>
        <source>The pixel size of the slide or of the network&apos;s training images is not known; the network runs on the slide&apos;s own pixels.</source>
        <translation>切片或网络训练图像的像素大小未知；网络直接在切片自身的像素上运行。</translation>
    </message>
</context>
<context>
    <name>ProfilePlot</name>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Distance (µm)</source>
        <translation>距离（µm）</translation>
    </message>
    <message>
        <source>Distance (pixels)</source>
        <translation>距离（像素）</translation>
    </message>
    <message>
        <source>%1 (r = %2)</source>
        <translation>%1 (r = %2)</translation>
    </message>
    <message>
        <source>Length %1 (%2 px)</source>
        <translation>长度 %1（%2 px）</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>长度 %1</translation>
    </message>
    <message>
        <source>longer than %1 px: level %2, every %3 px</source>
        <translation>长于 %1 px：层级 %2，每 %3 px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>gaps: outside the slide or unreadable</source>
        <translation>空缺：切片之外或无法读取</translation>
    </message>
</context>
<context>
    <name>ResultItems</name>
    <message>
        <source>Study:</source>
        <translation>研究：</translation>
    </message>
    <message>
        <source>Begun:</source>
        <translation>开始于：</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状态：</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>步骤：</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>染色配置：</translation>
    </message>
    <message>
        <source>none was trained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>SHA-256 of its weights:</source>
        <translation>权重的 SHA-256：</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Methods (Tables 1, 2)</source>
        <translation>方法（表 1、2）</translation>
    </message>
    <message>
        <source>Whole slides (Table 3)</source>
        <translation>全切片（表 3）</translation>
    </message>
    <message>
        <source>Layers (Table 4)</source>
        <translation>层数（表 4）</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n 张切片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 张图像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>%1 × %2 to %3 × %4 pixels</source>
        <translation>%1 × %2 至 %3 × %4 像素</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>每像素 %1 µm</translation>
    </message>
    <message>
        <source>%1 to train on</source>
        <translation>%1 用于训练</translation>
    </message>
    <message>
        <source>%1 to test on</source>
        <translation>%1 用于测试</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>%n 个文件无法读取：</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StainViewName</name>
    <message>
        <source>Hematoxylin</source>
        <translation>苏木精</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>伊红</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残余</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>An export is running. If it is stopped, slides that are finished stay, and the one being written is removed.</source>
        <translation>正在导出。如果停止，已完成的切片会保留，正在写入的会被删除。</translation>
    </message>
</context>
<context>
    <name>StudyFigures</name>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Gray value profile, %1</source>
        <translation>灰度剖面，%1</translation>
    </message>
    <message>
        <source>Gray values along the line, in the source, the target and the normalized images of %1; the dashed part is enlarged below.</source>
        <translation>%1 的源图、目标和归一化图像沿线的灰度值；虚线部分在下方放大。</translation>
    </message>
    <message>
        <source>Comparison of methods</source>
        <translation>方法比较</translation>
    </message>
    <message>
        <source>Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.</source>
        <translation>扫描所得的测试图像、其目标，以及各方法的结果；虚线部分在下方放大。</translation>
    </message>
    <message>
        <source>Whole slide %1</source>
        <translation>全切片 %1</translation>
    </message>
    <message>
        <source>The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.</source>
        <translation>全切片 %1 的扫描结果和各方法的结果；虚线部分在下方以全分辨率显示。</translation>
    </message>
    <message>
        <source>Layers of 1x1 and 3x3</source>
        <translation>1x1 和 3x3 的层</translation>
    </message>
    <message>
        <source>Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.</source>
        <translation>在 %1 上，由若干 1x1 层 + 若干 3x3 层组成的网络，以及沿线的灰度值。</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Color histogram, %1</source>
        <translation>颜色直方图，%1</translation>
    </message>
    <message>
        <source>How often values of the channel occur in the test images, glass (%1 and more) left out.</source>
        <translation>该通道的值在测试图像中出现的频率，不计玻片空白（%1 及以上）。</translation>
    </message>
    <message>
        <source>Value of the channel, 0 to 255</source>
        <translation>通道的值，0 至 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>像素占比，%</translation>
    </message>
    <message>
        <source>Colors in CIE a*b*</source>
        <translation>CIE a*b* 中的颜色</translation>
    </message>
    <message>
        <source>Hue and chroma of pixels of the test images, the same places in each.</source>
        <translation>测试图像像素的色相和彩度，各图取相同位置。</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a*（绿至品红）</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b*（蓝至黄）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Means of the losses between two measurements, before they are weighted.</source>
        <translation>两次测量之间损失的平均值，加权之前。</translation>
    </message>
    <message>
        <source>StainGAN: losses</source>
        <translation>StainGAN：损失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>adversarial, to target</source>
        <translation>对抗，向目标</translation>
    </message>
    <message>
        <source>discriminator of the target</source>
        <translation>目标的判别器</translation>
    </message>
    <message>
        <source>cycle of the source</source>
        <translation>源的循环</translation>
    </message>
    <message>
        <source>cycle of the target</source>
        <translation>目标的循环</translation>
    </message>
    <message>
        <source>identity of the source</source>
        <translation>源的恒等</translation>
    </message>
    <message>
        <source>identity of the target</source>
        <translation>目标的恒等</translation>
    </message>
    <message>
        <source>StainGAN: learning rate</source>
        <translation>StainGAN：学习率</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate.</source>
        <translation>Adam 的学习率。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>StainGAN: test images</source>
        <translation>StainGAN：测试图像</translation>
    </message>
    <message>
        <source>PSNR Target on test pairs at the end of each epoch; it decides nothing.</source>
        <translation>每轮结束时测试对上的 PSNR Target；它不决定任何事。</translation>
    </message>
    <message>
        <source>PSNR Target (dB)</source>
        <translation>PSNR Target（dB）</translation>
    </message>
    <message>
        <source>PSNR Target</source>
        <translation>PSNR Target</translation>
    </message>
    <message>
        <source>StainNet: loss</source>
        <translation>StainNet：损失</translation>
    </message>
    <message>
        <source>L1 in the [-1, 1] scale.</source>
        <translation>[-1, 1] 尺度上的 L1。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Target</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Source</translation>
    </message>
    <message>
        <source>%1 of all test images: quartiles, whiskers within 1.5 of their distance, the rest as points.</source>
        <translation>所有测试图像的 %1：四分位数，须线在其间距的 1.5 倍以内，其余为点。</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>ROC 曲线</translation>
    </message>
    <message>
        <source>Of the classifier with the median AUC of each test set.</source>
        <translation>各测试集中 AUC 居中的分类器。</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Prepare the data</source>
        <translation>准备数据</translation>
    </message>
    <message>
        <source>Train the StainGAN</source>
        <translation>训练 StainGAN</translation>
    </message>
    <message>
        <source>Distill the StainNet</source>
        <translation>蒸馏 StainNet</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>比较方法</translation>
    </message>
    <message>
        <source>Make the pictures</source>
        <translation>制作图片</translation>
    </message>
    <message>
        <source>Compare on whole slides</source>
        <translation>在全切片上比较</translation>
    </message>
    <message>
        <source>Compare layers of 1x1 and 3x3</source>
        <translation>比较 1x1 和 3x3 的层</translation>
    </message>
    <message>
        <source>Train and test classifiers</source>
        <translation>训练并测试分类器</translation>
    </message>
</context>
<context>
    <name>StudyTexts</name>
    <message>
        <source>Reads the images, or makes them, and puts some aside for the test.</source>
        <translation>读取图像或生成图像，并留出一部分用于测试。</translation>
    </message>
    <message>
        <source>Learns the target&apos;s colors from images that need not show the same. Takes the most time.</source>
        <translation>从不必显示同一内容的图像中学习目标的颜色。耗时最长。</translation>
    </message>
    <message>
        <source>Makes a small, fast network of it: the stain profile that you keep.</source>
        <translation>由它得到一个小而快的网络：即您保留的染色配置。</translation>
    </message>
    <message>
        <source>Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.</source>
        <translation>在测试对上测量各方法的 SSIM 和 PSNR：表 1 和表 2。</translation>
    </message>
    <message>
        <source>Normalizes some test images by every method, for the figures.</source>
        <translation>用各方法归一化一些测试图像，用于制图。</translation>
    </message>
    <message>
        <source>Measures how much structure whole slides keep: Table 3.</source>
        <translation>测量全切片保留了多少结构：表 3。</translation>
    </message>
    <message>
        <source>Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.</source>
        <translation>训练 3×3 层越来越多的 StainNet：表 4 和图 8。</translation>
    </message>
    <message>
        <source>Tells whether normalization helps a classifier: ROC curves.</source>
        <translation>说明归一化是否有助于分类器：ROC 曲线。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Small networks: a first result in minutes, also without a graphics card.</source>
        <translation>小型网络：几分钟得到初步结果，没有显卡也可以。</translation>
    </message>
    <message>
        <source>Networks of half the paper&apos;s width: hours on a graphics card.</source>
        <translation>宽度为论文一半的网络：在显卡上需数小时。</translation>
    </message>
    <message>
        <source>Networks, losses and rates as published: for a graphics card.</source>
        <translation>网络、损失和速率均按原文：适用于显卡。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>The view at full resolution</source>
        <translation>全分辨率视图</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
</context>
<context>
    <name>ViewTexts</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 pixels per pixel</source>
        <comment>screen pixels per pixel of the slide</comment>
        <translation>每像素 %1 像素</translation>
    </message>
    <message>
        <source>%1 µm/pixel</source>
        <translation>%1 µm/像素</translation>
    </message>
    <message>
        <source>Level %1 of %2 (1:%3)</source>
        <translation>层级 %1 / %2（1:%3）</translation>
    </message>
    <message>
        <source>x %1, y %2 px</source>
        <translation>x %1, y %2 px</translation>
    </message>
    <message>
        <source>%1 (%2, %3 µm)</source>
        <translation>%1 (%2, %3 µm)</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentFiles</name>
    <message>
        <source>Alignments of two scans (%1)</source>
        <translation>两次扫描的配准（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Load an Alignment</source>
        <translation>加载配准</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>file name of the alignment of two scans</comment>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>Save the Alignment</source>
        <translation>保存配准</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentPanel</name>
    <message>
        <source>&amp;Undo Point</source>
        <translation>撤消点(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now click spot %1 in %2.</source>
        <translation>现在请在 %2 中点击点 %1。</translation>
    </message>
    <message>
        <source>Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.</source>
        <translation>请点击两次扫描中都能认出的点，例如一个细胞核：在 %1 或 %2 中。拖动可移动图片。</translation>
    </message>
    <message>
        <source>Click a second spot, far from the first.</source>
        <translation>请点击第二个点，离第一个点远一些。</translation>
    </message>
    <message>
        <source>Apply, or click a third spot, far from the line through the first two.</source>
        <translation>应用，或点击第三个点，远离前两点的连线。</translation>
    </message>
    <message>
        <source>Three spots are there.</source>
        <translation>已有三个点。</translation>
    </message>
    <message>
        <source>Scale %1, turned by %2°.</source>
        <translation>缩放 %1，旋转 %2°。</translation>
    </message>
    <message>
        <source>Two spots always agree; a third one checks them.</source>
        <translation>两个点总是吻合；第三个点用来检验。</translation>
    </message>
    <message>
        <source>The spots differ by %1 px from a mere rotation and scale.</source>
        <translation>这些点与单纯的旋转和缩放相差 %1 px。</translation>
    </message>
    <message>
        <source>The spots differ by %1 px (%2 µm) from a mere rotation and scale.</source>
        <translation>这些点与单纯的旋转和缩放相差 %1 px（%2 µm）。</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationController</name>
    <message>
        <source>Annotations (%1)</source>
        <translation>标注（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>撤消%1(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do %1</source>
        <translation>重做%1(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>Load Annotations</source>
        <translation>加载标注</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>保存标注</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationKeeper</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationLayer</name>
    <message>
        <source>Reshape</source>
        <translation>调整形状</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Brings the annotation to the middle of the view</source>
        <translation>将标注移到视图中央</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>颜色(&amp;C)…</translation>
    </message>
    <message>
        <source>Changes the color of the selected annotations</source>
        <translation>更改所选标注的颜色</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Keeps the selected annotation from being changed</source>
        <translation>防止所选标注被更改</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Removes the selected annotations</source>
        <translation>移除所选标注</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>加载(&amp;O)…</translation>
    </message>
    <message>
        <source>Adds the annotations of a GeoJSON file, as QuPath writes it</source>
        <translation>添加 GeoJSON 文件中的标注（QuPath 的格式）</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves all annotations as GeoJSON, which QuPath opens</source>
        <translation>将所有标注保存为 QuPath 可打开的 GeoJSON</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>更改颜色</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationStore</name>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationTableModel</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Change Class</source>
        <translation>更改类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>isostain::AssociatedImageView</name>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>May show a patient&apos;s name.</source>
        <translation>可能显示患者姓名。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
</context>
<context>
    <name>isostain::BookmarkController</name>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>书签(&amp;K)</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>撤消(&amp;D)</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>位置 %1</translation>
    </message>
</context>
<context>
    <name>isostain::ChartView</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4</source>
        <translation>%1, %2: %3 %4</translation>
    </message>
    <message>
        <source>%1: %2, %3 %4</source>
        <translation>%1: %2, %3 %4</translation>
    </message>
    <message>
        <source>Point at a curve to read its values. Drag moves, the wheel zooms, a double click shows all.</source>
        <translation>指向曲线以读取其值。拖动可移动，滚轮可缩放，双击显示全部。</translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>重新检查(&amp;G)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>What is there, and whether a training can learn from it.</source>
        <translation>数据有哪些，训练能否从中学习。</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>正在检查数据。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>%n 对用于测试。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no test pairs: methods cannot be measured or compared.</source>
        <translation>没有测试对：无法测量或比较方法。</translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>正在查看图像…</translation>
    </message>
</context>
<context>
    <name>isostain::ColorCharts</name>
    <message>
        <source>Histogram of the channels of source and target</source>
        <translation>源图和目标的通道直方图</translation>
    </message>
    <message>
        <source>Colors of source and target in CIE a*b*</source>
        <translation>源图和目标在 CIE a*b* 中的颜色</translation>
    </message>
    <message>
        <source>Value of a channel, 0 to 255</source>
        <translation>通道的值，0 至 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>像素占比，%</translation>
    </message>
    <message>
        <source>red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Source, %1</source>
        <translation>源图，%1</translation>
    </message>
    <message>
        <source>Target, %1</source>
        <translation>目标，%1</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a*（绿至品红）</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b*（蓝至黄）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>isostain::ColorProfilePanel</name>
    <message>
        <source>Color profiles</source>
        <translation>色彩配置文件</translation>
    </message>
    <message>
        <source>Use the &amp;slide&apos;s color profile</source>
        <translation>使用切片的色彩配置文件(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Shows colors as the slide&apos;s profile (ICC) says that they look, in every pane: an export carries the same profile</source>
        <translation>按切片的配置文件（ICC）所述显示颜色，适用于所有窗格：导出会带有同一配置文件</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Chooses the ICC profile that was made for this screen</source>
        <translation>选择为此屏幕制作的 ICC 配置文件</translation>
    </message>
    <message>
        <source>Screen:</source>
        <translation>屏幕：</translation>
    </message>
    <message>
        <source>no slide is open</source>
        <translation>没有打开的切片</translation>
    </message>
    <message>
        <source>no profile, taken for sRGB</source>
        <translation>无配置文件，视为 sRGB</translation>
    </message>
</context>
<context>
    <name>isostain::ColorSwatch</name>
    <message>
        <source>Red, green and blue under the cursor: before → after normalization</source>
        <translation>光标下的红、绿、蓝：归一化之前 → 之后</translation>
    </message>
</context>
<context>
    <name>isostain::CompareView</name>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Preparing %1…</source>
        <translation>正在准备 %1…</translation>
    </message>
    <message>
        <source>source standing in</source>
        <translation>暂以源图代替</translation>
    </message>
    <message>
        <source>Unreadable parts of this slide: %1</source>
        <translation>此切片中无法读取的部分：%1</translation>
    </message>
</context>
<context>
    <name>isostain::ComparisonWindow</name>
    <message>
        <source>Compare Trainings</source>
        <translation>比较训练</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Losses of the studies</source>
        <translation>各研究的损失</translation>
    </message>
    <message>
        <source>Measurements of the studies</source>
        <translation>各研究的测量值</translation>
    </message>
    <message>
        <source>&amp;Curve:</source>
        <translation>曲线(&amp;C)：</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Target</translation>
    </message>
    <message>
        <source>PSNR Target, dB</source>
        <translation>PSNR Target，dB</translation>
    </message>
    <message>
        <source>SSIM Source</source>
        <translation>SSIM Source</translation>
    </message>
</context>
<context>
    <name>isostain::CurveTable</name>
    <message>
        <source>Curve</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Gray value under the cursor, 0 to 255</source>
        <translation>光标下的灰度值，0 至 255</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation with the source along the line</source>
        <translation>沿线与源图的皮尔逊相关系数</translation>
    </message>
    <message>
        <source>Curves: gray value under the cursor and correlation with the source</source>
        <translation>曲线：光标下的灰度值及与源图的相关系数</translation>
    </message>
</context>
<context>
    <name>isostain::DataPage</name>
    <message>
        <source>&amp;More: whole slides, classifier</source>
        <translation>更多：全切片、分类器(&amp;M)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Which images should be brought to which look? The source is what your scanner gives; the target is the look that it should have.</source>
        <translation>要将哪些图像变成哪种外观？源图是您的扫描仪所得；目标是应有的外观。</translation>
    </message>
    <message>
        <source>&amp;Folders of images</source>
        <translation>图像文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Tiles or pictures of both looks. They need not show the same tissue.</source>
        <translation>两种外观的图块或图片。不必显示同一组织。</translation>
    </message>
    <message>
        <source>Slides &amp;of both looks</source>
        <translation>两种外观的切片(&amp;O)</translation>
    </message>
    <message>
        <source>Patches of tissue are cut from the slides of each. They need not show the same tissue.</source>
        <translation>从各自的切片中裁取组织图块。不必显示同一组织。</translation>
    </message>
    <message>
        <source>Two &amp;scans of one glass</source>
        <translation>同一玻片的两次扫描(&amp;S)</translation>
    </message>
    <message>
        <source>The same glass scanned twice. Both are aligned and cut into pairs.</source>
        <translation>同一张玻片扫描两次。两者经配准后裁成图像对。</translation>
    </message>
    <message>
        <source>&amp;Try with generated data</source>
        <translation>用生成的数据试用(&amp;T)</translation>
    </message>
    <message>
        <source>Artificial tissue as two scanners see it: to learn how it works, without images of yours.</source>
        <translation>两台扫描仪所见的人工组织：无需您的图像即可了解其工作方式。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Source of the test pairs</source>
        <translation>测试对的源图</translation>
    </message>
    <message>
        <source>Target of the test pairs</source>
        <translation>测试对的目标</translation>
    </message>
    <message>
        <source>List of the test pairs</source>
        <translation>测试对列表</translation>
    </message>
    <message>
        <source>Only where the file names differ</source>
        <translation>仅当文件名不同时需要</translation>
    </message>
    <message>
        <source>Needed to measure and to compare methods</source>
        <translation>测量和比较方法时需要</translation>
    </message>
    <message>
        <source>Part of the glass for the test:</source>
        <translation>玻片中用于测试的部分：</translation>
    </message>
    <message>
        <source>0.05 to 0.5 of its width: what is tested on is never trained on</source>
        <translation>宽度的 0.05 至 0.5：测试部分绝不用于训练</translation>
    </message>
    <message>
        <source>Patches of each look:</source>
        <translation>每种外观的图块数：</translation>
    </message>
    <message>
        <source>Drawn at random from the tissue of all slides, the same every time</source>
        <translation>从所有切片的组织中随机抽取，每次相同</translation>
    </message>
    <message>
        <source>Micrometers per pixel:</source>
        <translation>每像素微米数：</translation>
    </message>
    <message>
        <source>Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x</source>
        <translation>各种倍率的切片都会重采样至此；0.25 约为 40x，0.5 约为 20x</translation>
    </message>
    <message>
        <source>Sou&amp;rce:</source>
        <translation>源图(&amp;R)：</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>目标(&amp;G)：</translation>
    </message>
    <message>
        <source>Test so&amp;urce:</source>
        <translation>测试源图(&amp;U)：</translation>
    </message>
    <message>
        <source>Test t&amp;arget:</source>
        <translation>测试目标(&amp;A)：</translation>
    </message>
    <message>
        <source>Pa&amp;irs:</source>
        <translation>图像对(&amp;I)：</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>染色</translation>
    </message>
    <message>
        <source>Tiles of each look</source>
        <translation>每种外观的图块</translation>
    </message>
    <message>
        <source>St&amp;ain:</source>
        <translation>染色(&amp;A)：</translation>
    </message>
    <message>
        <source>Ti&amp;les of each look:</source>
        <translation>每种外观的图块数(&amp;L)：</translation>
    </message>
    <message>
        <source>Whole slides to compare on</source>
        <translation>用于比较的全切片</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>添加(&amp;D)…</translation>
    </message>
    <message>
        <source>Add slides</source>
        <translation>添加切片</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
    <message>
        <source>Remove the selected slides</source>
        <translation>移除所选切片</translation>
    </message>
    <message>
        <source>Slides to Compare on</source>
        <translation>用于比较的切片</translation>
    </message>
    <message>
        <source>Labelled images of the target&apos;s look</source>
        <translation>目标外观的带标签图像</translation>
    </message>
    <message>
        <source>Labelled images of the source&apos;s look</source>
        <translation>源外观的带标签图像</translation>
    </message>
    <message>
        <source>Weights of SqueezeNet 1.1</source>
        <translation>SqueezeNet 1.1 的权重</translation>
    </message>
    <message>
        <source>Without: the classifier begins untrained</source>
        <translation>不提供则分类器从未训练状态开始</translation>
    </message>
    <message>
        <source>Whole slid&amp;es:</source>
        <translation>全切片(&amp;E)：</translation>
    </message>
    <message>
        <source>Of the source&apos;s look: to compare how much of their structure each method keeps.</source>
        <translation>源外观的切片：比较各方法保留了多少结构。</translation>
    </message>
    <message>
        <source>Classifier, training:</source>
        <translation>分类器，训练：</translation>
    </message>
    <message>
        <source>Classifier, test:</source>
        <translation>分类器，测试：</translation>
    </message>
    <message>
        <source>Folders with one folder of images per class. The training images have the target&apos;s look, the test images the source&apos;s.</source>
        <translation>每个类别一个图像文件夹的文件夹。训练图像为目标外观，测试图像为源外观。</translation>
    </message>
    <message>
        <source>Classifier, weights:</source>
        <translation>分类器，权重：</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>研究名称</translation>
    </message>
    <message>
        <source>Folder that studies are kept in</source>
        <translation>保存研究的文件夹</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Keep in:</source>
        <translation>保存于(&amp;K)：</translation>
    </message>
    <message>
        <source>Folders of slides, with those in folders below. For figures and measurements, add pairs of images that show the same place in both looks:</source>
        <translation>切片文件夹，包括其下各级文件夹。如需制图和测量，请添加两种外观下显示同一位置的图像对：</translation>
    </message>
    <message>
        <source>PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that show the same place in both looks:</source>
        <translation>PNG、JPEG 或 TIFF，包括下级文件夹。如需制图和测量，请添加两种外观下显示同一位置的图像对：</translation>
    </message>
    <message>
        <source>Slides or pictures of the same glass.</source>
        <translation>同一张玻片的切片或图片。</translation>
    </message>
    <message>
        <source>Study of %1</source>
        <translation>%1 的研究</translation>
    </message>
    <message>
        <source>%1 demo %2</source>
        <translation>%1 演示 %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s slides.</source>
        <translation>请选择源切片的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s images.</source>
        <translation>请选择源图像的文件夹。</translation>
    </message>
    <message>
        <source>Choose the scan that is the source.</source>
        <translation>请选择作为源的扫描。</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s slides.</source>
        <translation>请选择目标切片的文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s images.</source>
        <translation>请选择目标图像的文件夹。</translation>
    </message>
    <message>
        <source>Choose the scan that is the target.</source>
        <translation>请选择作为目标的扫描。</translation>
    </message>
    <message>
        <source>Source and target are the same. Choose another one.</source>
        <translation>源和目标相同。请另选一个。</translation>
    </message>
    <message>
        <source>Choose both folders of the test pairs, or none.</source>
        <translation>请同时选择测试对的两个文件夹，或都不选。</translation>
    </message>
    <message>
        <source>Choose both folders of the classifier, or none.</source>
        <translation>请同时选择分类器的两个文件夹，或都不选。</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>请给研究命名。</translation>
    </message>
    <message>
        <source>Choose the folder that the study is kept in.</source>
        <translation>请选择保存研究的文件夹。</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayController</name>
    <message>
        <source>Shows the colors as they are again</source>
        <translation>恢复原来的颜色显示</translation>
    </message>
    <message>
        <source>Opens the window in which color profiles are turned on and off</source>
        <translation>打开可开关色彩配置文件的窗口</translation>
    </message>
    <message>
        <source>Brightness and Color</source>
        <translation>亮度与颜色</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>亮度 %1</translation>
    </message>
    <message>
        <source>contrast %1</source>
        <translation>对比度 %1</translation>
    </message>
    <message>
        <source>gamma %1</source>
        <translation>伽马 %1</translation>
    </message>
    <message>
        <source>Screen only: %1</source>
        <translation>仅屏幕：%1</translation>
    </message>
    <message>
        <source>Color profiles of slide and screen</source>
        <translation>切片和屏幕的色彩配置文件</translation>
    </message>
    <message>
        <source>Color profile of the slide</source>
        <translation>切片的色彩配置文件</translation>
    </message>
    <message>
        <source>Color profile of the screen</source>
        <translation>屏幕的色彩配置文件</translation>
    </message>
    <message>
        <source>Choose the Screen&apos;s Color Profile</source>
        <translation>选择屏幕的色彩配置文件</translation>
    </message>
    <message>
        <source>ICC profiles (%1)</source>
        <translation>ICC 配置文件（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayPanel</name>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>For the screen alone: exports, measurements and profiles of gray values stay as they are.</source>
        <translation>仅影响屏幕：导出、测量和灰度剖面保持不变。</translation>
    </message>
    <message>
        <source>&amp;Brightness:</source>
        <translation>亮度(&amp;B)：</translation>
    </message>
    <message>
        <source>&amp;Contrast:</source>
        <translation>对比度(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Gamma:</source>
        <translation>伽马(&amp;G)：</translation>
    </message>
</context>
<context>
    <name>isostain::EmptyPage</name>
    <message>
        <source>Open a slide to begin</source>
        <translation>打开一张切片以开始</translation>
    </message>
    <message>
        <source>Drop a whole-slide image or a picture here, or choose one from your disk. You then see it as it was scanned; pick a stain profile to see the normalized view beside it.</source>
        <translation>将全切片图像或图片拖放到此处，或从磁盘中选择。您会先看到扫描所得的样子；选择染色配置后，旁边会显示归一化视图。</translation>
    </message>
    <message>
        <source>&amp;Open a Slide…</source>
        <translation>打开切片(&amp;O)…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>制作演示切片(&amp;D)</translation>
    </message>
    <message>
        <source>Generates a slide of artificial tissue to try the program with</source>
        <translation>生成一张人工组织切片，用于试用本程序</translation>
    </message>
    <message>
        <source>Recent slides</source>
        <translation>最近的切片</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <comment>file name, folder</comment>
        <translation>%1  –  %2</translation>
    </message>
</context>
<context>
    <name>isostain::ErrorPage</name>
    <message>
        <source>&amp;Open Another Slide…</source>
        <translation>打开其他切片(&amp;O)…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术细节</translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation>返回 %1(&amp;B)</translation>
    </message>
</context>
<context>
    <name>isostain::ExportButtons</name>
    <message>
        <source>Open Fol&amp;der</source>
        <translation>打开文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Sho&amp;w Report</source>
        <translation>显示报告(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>重试失败项(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>暂停(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What became of every slide, with thumbnails before and after</source>
        <translation>每张切片的结果，附前后缩略图</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>继续(&amp;S)</translation>
    </message>
</context>
<context>
    <name>isostain::ExportController</name>
    <message>
        <source>Stop the Export and Close?</source>
        <translation>停止导出并关闭？</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>继续导出</translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message>
        <source>none: choose a stain profile in the main window first</source>
        <translation>无：请先在主窗口中选择染色配置</translation>
    </message>
    <message>
        <source>unnamed profile</source>
        <translation>未命名的配置</translation>
    </message>
    <message>
        <source>Export Normalized Slides</source>
        <translation>导出归一化切片</translation>
    </message>
    <message>
        <source>The slides are written here, with a journal by which an export is resumed. The folder is created when it is missing.</source>
        <translation>切片写入此处，并附有可用于恢复导出的日志。文件夹不存在时会自动创建。</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>文件夹(&amp;F)：</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>染色配置：</translation>
    </message>
    <message>
        <source>Searching for slides…</source>
        <translation>正在查找切片…</translation>
    </message>
    <message>
        <source>No further slides were found there.</source>
        <translation>那里没有找到更多切片。</translation>
    </message>
    <message>
        <source>After a crash this export could not be resumed. %1</source>
        <translation>崩溃后此导出将无法恢复。%1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Stop the Export?</source>
        <translation>停止导出？</translation>
    </message>
    <message>
        <source>Stop Export</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>继续导出</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>The folder %1 could not be shown. Open it with your file manager.</source>
        <translation>无法显示文件夹 %1。请用文件管理器打开。</translation>
    </message>
    <message>
        <source>The report could not be shown. Open %1 with a web browser.</source>
        <translation>无法显示报告。请用网页浏览器打开 %1。</translation>
    </message>
    <message>
        <source>Add slides, or folders of slides, to export.</source>
        <translation>请添加要导出的切片或切片文件夹。</translation>
    </message>
    <message>
        <source>Choose a stain profile in the main window first.</source>
        <translation>请先在主窗口中选择染色配置。</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>请选择写入的文件夹。</translation>
    </message>
    <message>
        <source>Correct the pattern of the names.</source>
        <translation>请更正名称的格式。</translation>
    </message>
    <message>
        <source>What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.</source>
        <translation>视图显示的是一张切片的一部分。请选择其他区域，或在列表中只保留该切片。</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>已导出 %n 张切片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>此前已导出 %n 张切片。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>%n 张切片失败。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>待导出 %n 张切片。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportForecastLabel</name>
    <message>
        <source>Working out how much space is needed…</source>
        <translation>正在计算所需空间…</translation>
    </message>
    <message>
        <source>Everything in the list was exported before.</source>
        <translation>列表中的全部内容此前已导出。</translation>
    </message>
    <message>
        <source>About %1 will be written.</source>
        <translation>大约将写入 %1。</translation>
    </message>
    <message>
        <source>About %1 will be written; %2 are free.</source>
        <translation>大约将写入 %1；可用 %2。</translation>
    </message>
    <message>
        <source>About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.</source>
        <translation>大约需要 %1，但仅有 %2 可用。请腾出空间、选择其他文件夹或减少导出。</translation>
    </message>
</context>
<context>
    <name>isostain::ExportNamingField</name>
    <message>
        <source>&amp;Anonymous</source>
        <translation>匿名(&amp;A)</translation>
    </message>
    <message>
        <source>{name} is the name of the slide, {profile} that of the stain profile</source>
        <translation>{name} 是切片的名称，{profile} 是染色配置的名称</translation>
    </message>
    <message>
        <source>Names files by the content of their slide, and no slide in the journal and the report beside them. Until an export has ended, its list of slides is kept in your own account, so that it can be resumed.</source>
        <translation>按切片内容命名文件，旁边的日志和报告中也不出现切片名。在导出结束前，其切片列表保存在您自己的账户中，以便恢复。</translation>
    </message>
    <message>
        <source>Named by content, such as %1</source>
        <translation>按内容命名，例如 %1</translation>
    </message>
    <message>
        <source>A name is made of {name}, {profile} and other text without slashes.</source>
        <translation>名称由 {name}、{profile} 和不含斜杠的其他文字组成。</translation>
    </message>
</context>
<context>
    <name>isostain::ExportOptionsForm</name>
    <message>
        <source>Whole slide</source>
        <translation>整张切片</translation>
    </message>
    <message>
        <source>Around the tissue</source>
        <translation>组织周围</translation>
    </message>
    <message>
        <source>What the view shows</source>
        <translation>视图显示的部分</translation>
    </message>
    <message>
        <source>As in the slide</source>
        <translation>与切片相同</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>一半</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>四分之一</translation>
    </message>
    <message>
        <source>%1 (%2x)</source>
        <translation>%1 (%2x)</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>与开始时相同</translation>
    </message>
    <message>
        <source>1 to 100: higher looks better and takes more space. Scanners use 70 to 90.</source>
        <translation>1 至 100：越高越好看，占用空间越多。扫描仪使用 70 至 90。</translation>
    </message>
    <message>
        <source>A coarser export takes a quarter of the space for each step</source>
        <translation>每降低一级，导出占用的空间为四分之一</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist already</source>
        <translation>替换已有文件(&amp;X)</translation>
    </message>
    <message>
        <source>Slides that an earlier export with these options has finished are never written again</source>
        <translation>以相同选项完成的切片不会再次写入</translation>
    </message>
    <message>
        <source>More o&amp;ptions</source>
        <translation>更多选项(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>质量(&amp;Q)：</translation>
    </message>
    <message>
        <source>Ma&amp;gnification:</source>
        <translation>放大倍率(&amp;G)：</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>格式(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>压缩(&amp;C)：</translation>
    </message>
    <message>
        <source>Ar&amp;ea:</source>
        <translation>区域(&amp;E)：</translation>
    </message>
    <message>
        <source>How finely JPEG stores color. Half resolution is what most scanners use; full resolution keeps small colored details and takes more space.</source>
        <translation>JPEG 存储颜色的精细程度。大多数扫描仪用半分辨率；全分辨率保留微小的彩色细节，占用更多空间。</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 像素</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>每个处理器核心一个（%1）</translation>
    </message>
    <message>
        <source>&amp;JPEG color:</source>
        <translation>JPEG 颜色(&amp;J)：</translation>
    </message>
    <message>
        <source>&amp;Tile size:</source>
        <translation>图块大小(&amp;T)：</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>线程(&amp;H)：</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Only of the slide that is open</source>
        <translation>仅限已打开的切片</translation>
    </message>
</context>
<context>
    <name>isostain::ExportProgressPanel</name>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>切片 %1 / %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>%1 megapixels per second</source>
        <translation>每秒 %1 百万像素</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportQueue</name>
    <message>
        <source>Slide</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 s</source>
        <translation>完成：%1，用时 %2 秒</translation>
    </message>
    <message>
        <source>Exported before: %1</source>
        <translation>此前已导出：%1</translation>
    </message>
    <message>
        <source>%1 About %2 are needed, %3 are free.</source>
        <translation>%1 大约需要 %2，可用 %3。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>isostain::ExportSlideList</name>
    <message>
        <source>&amp;Add Slides…</source>
        <translation>添加切片(&amp;A)…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Adds every slide in a folder and in the folders below it</source>
        <translation>添加文件夹及其下级文件夹中的所有切片</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Open Res&amp;ult</source>
        <translation>打开结果(&amp;U)</translation>
    </message>
    <message>
        <source>Shows the exported slide in the viewer</source>
        <translation>在查看器中显示导出的切片</translation>
    </message>
    <message>
        <source>Slides to export</source>
        <translation>要导出的切片</translation>
    </message>
    <message>
        <source>Drop slides or folders of slides here</source>
        <translation>将切片或切片文件夹拖放到此处</translation>
    </message>
    <message>
        <source>Add Slides</source>
        <translation>添加切片</translation>
    </message>
    <message>
        <source>Add a Folder of Slides</source>
        <translation>添加切片文件夹</translation>
    </message>
</context>
<context>
    <name>isostain::FigureBrowser</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>还没有可绘制的内容。</translation>
    </message>
</context>
<context>
    <name>isostain::FigurePanel</name>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the figure as a picture</source>
        <translation>将图复制为图片</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>复制数值(&amp;V)</translation>
    </message>
    <message>
        <source>Copies the numbers behind the figure as CSV</source>
        <translation>将图背后的数值复制为 CSV</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves the figure as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>将图保存为 PNG、SVG 或 PDF，或将其数值保存为 CSV</translation>
    </message>
    <message>
        <source>C&amp;hart Alone</source>
        <translation>仅图表(&amp;H)</translation>
    </message>
    <message>
        <source>Shows the chart without the pictures, to read its values</source>
        <translation>只显示图表而不显示图片，以便读取数值</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合(&amp;F)</translation>
    </message>
    <message>
        <source>Shows everything (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Save the Figure</source>
        <translation>保存图</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数值 (*.csv)</translation>
    </message>
</context>
<context>
    <name>isostain::FitNotices</name>
    <message>
        <source>It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile made for slides like this one, or none.</source>
        <translation>它是用演示切片的生成组织训练的。在此切片上其颜色毫无意义：请选择为此类切片制作的配置，或不使用配置。</translation>
    </message>
    <message>
        <source>Colors outside the training: unknown</source>
        <translation>训练范围之外的颜色：未知</translation>
    </message>
    <message>
        <source>Less than %1 % of the tissue has colors outside the training</source>
        <translation>不到 %1 % 的组织有训练范围之外的颜色</translation>
    </message>
    <message>
        <source>%1 % of the tissue has colors outside the training</source>
        <translation>%1 % 的组织有训练范围之外的颜色</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>isostain::FolderController</name>
    <message>
        <source>Slides in the Folder</source>
        <translation>文件夹中的切片</translation>
    </message>
    <message>
        <source>Choose a Folder of Slides</source>
        <translation>选择切片文件夹</translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message>
        <source>&amp;Folder…</source>
        <translation>文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Lists the slides of another folder</source>
        <translation>列出另一文件夹的切片</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>复制表格以用于电子表格</translation>
    </message>
    <message>
        <source>Slides that have been read</source>
        <translation>已读取的切片</translation>
    </message>
    <message>
        <source>Slides of the folder</source>
        <translation>文件夹的切片</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>没有文件夹</translation>
    </message>
    <message>
        <source>Open a slide, or choose a folder of slides.</source>
        <translation>请打开一张切片，或选择切片文件夹。</translation>
    </message>
    <message>
        <source>Looking for slides…</source>
        <translation>正在查找切片…</translation>
    </message>
    <message>
        <source>There are no slides in this folder.</source>
        <translation>此文件夹中没有切片。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>已读取 %1 / %n 张切片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>%n 张切片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderSlides</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>L %1, a %2, b %3</source>
        <translation>L %1, a %2, b %3</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Double click or Enter opens it</source>
        <translation>双击或按 Enter 键打开</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Share of the slide that is tissue, without glass, pen marks and folds</source>
        <translation>组织在切片中的占比，不含玻片空白、笔迹和褶皱</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>苏木精</translation>
    </message>
    <message>
        <source>Its color and its largest amount (99th percentile) in this slide, by Macenko&apos;s method</source>
        <translation>此切片中该染料的颜色和最大含量（第 99 百分位数），按 Macenko 方法</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>伊红</translation>
    </message>
    <message>
        <source>Mean color</source>
        <translation>平均颜色</translation>
    </message>
    <message>
        <source>Mean color of the tissue, CIE Lab</source>
        <translation>组织的平均颜色，CIE Lab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is stained unlike the others</source>
        <translation>平均颜色与文件夹中位数之差（CIE ΔE*ab）：数值大表示切片染色与其他切片不同</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileController</name>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileDock</name>
    <message>
        <source>Gray Value Profile</source>
        <translation>灰度剖面</translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message>
        <source>Resume training…</source>
        <translation>恢复训练…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>“Resume Training…” in the menu Normalization does it then</source>
        <translation>之后可用“归一化”菜单中的“恢复训练…”</translation>
    </message>
    <message>
        <source>The training “%1” was interrupted. It can be gone on with where it was.</source>
        <translation>训练“%1”曾中断。可以从中断处继续。</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n 个训练曾中断。可以从中断处继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::LossCharts</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message>
        <source>Slides and pictures (%1)</source>
        <translation>切片和图片（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>A&amp;rrange Panes</source>
        <translation>排列窗格(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Magnification</source>
        <translation>放大倍率(&amp;M)</translation>
    </message>
    <message>
        <source>Orien&amp;tation</source>
        <translation>方向(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Normalization</source>
        <translation>归一化(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>标注(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Drawn without graphics acceleration</source>
        <translation>未使用图形加速绘制</translation>
    </message>
    <message>
        <source>The demo slide is ready: “Make a Demo Slide” opens it</source>
        <translation>演示切片已就绪：用“制作演示切片”打开</translation>
    </message>
    <message>
        <source>Placed as %1 says</source>
        <translation>已按 %1 放置</translation>
    </message>
    <message>
        <source>The alignment is saved as %1</source>
        <translation>配准已保存为 %1</translation>
    </message>
    <message>
        <source>The annotations are saved as %1</source>
        <translation>标注已保存为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>已从 %1 读取 %n 个标注</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is copied</source>
        <translation>视图已复制</translation>
    </message>
    <message>
        <source>The view is saved as %1</source>
        <translation>视图已保存为 %1</translation>
    </message>
    <message>
        <source>Open a Slide</source>
        <translation>打开切片</translation>
    </message>
    <message>
        <source>Open a Second Scan of This Glass</source>
        <translation>打开此玻片的第二次扫描</translation>
    </message>
    <message>
        <source>Choose a Stain Profile</source>
        <translation>选择染色配置</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>染色配置和检查点（%1）</translation>
    </message>
    <message>
        <source>Preparing the stain profile… %1 %</source>
        <translation>正在准备染色配置… %1 %</translation>
    </message>
    <message>
        <source>Making a demo slide… %1 %</source>
        <translation>正在制作演示切片… %1 %</translation>
    </message>
    <message>
        <source>Fitting the reference…</source>
        <translation>正在拟合参考…</translation>
    </message>
    <message>
        <source>Opening the second scan…</source>
        <translation>正在打开第二次扫描…</translation>
    </message>
    <message>
        <source>Isostain</source>
        <translation>Isostain</translation>
    </message>
    <message>
        <source>%1 – Isostain</source>
        <translation>%1 – Isostain</translation>
    </message>
</context>
<context>
    <name>isostain::Navigator</name>
    <message>
        <source>Overview of the slide</source>
        <translation>切片概览</translation>
    </message>
    <message>
        <source>Click or drag to go there</source>
        <translation>点击或拖动以前往该处</translation>
    </message>
</context>
<context>
    <name>isostain::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>isostain::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>isostain::OrientationController</name>
    <message>
        <source>Shows the slide upright again</source>
        <translation>恢复切片的正立方向</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>旋转 %1°</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>已镜像</translation>
    </message>
    <message>
        <source>Mirrored, %1</source>
        <translation>已镜像，%1</translation>
    </message>
</context>
<context>
    <name>isostain::PagesWindow</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>isostain::PaneHeader</name>
    <message>
        <source>Close this pane</source>
        <translation>关闭此窗格</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What this pane shows: %1</source>
        <translation>此窗格显示：%1</translation>
    </message>
</context>
<context>
    <name>isostain::PaneMenu</name>
    <message>
        <source>&amp;Open a Second Scan of This Glass…</source>
        <translation>打开此玻片的第二次扫描(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Align the Second Scan…</source>
        <translation>配准第二次扫描(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Load an Alignment…</source>
        <translation>加载配准(&amp;L)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Alignment…</source>
        <translation>保存配准(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close This Pane</source>
        <translation>关闭此窗格(&amp;C)</translation>
    </message>
    <message>
        <source>Align the scan first.</source>
        <translation>请先配准扫描。</translation>
    </message>
</context>
<context>
    <name>isostain::PaneSet</name>
    <message>
        <source>Source</source>
        <translation>源图</translation>
    </message>
</context>
<context>
    <name>isostain::ParameterForm</name>
    <message>
        <source>Another number gives other random choices; the same one repeats them</source>
        <translation>不同的数会给出不同的随机选择；相同的数会重复同样的选择</translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message>
        <source>Past Trainings</source>
        <translation>以往的训练</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>Losses and measurements of two or more studies side by side</source>
        <translation>并排显示两个或更多研究的损失和测量值</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking for studies…</source>
        <translation>正在查找研究…</translation>
    </message>
    <message>
        <source>There are no studies in %1.</source>
        <translation>%1 中没有研究。</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>正在读取结果…</translation>
    </message>
    <message>
        <source>“%1” is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</source>
        <translation>“%1”将被永久删除，包括其训练和测量的全部内容。您保留的配置不受影响。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n 个研究将被永久删除，包括其训练和测量的全部内容。您保留的配置不受影响。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Studies?</source>
        <translation>删除研究？</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>正在删除…</translation>
    </message>
</context>
<context>
    <name>isostain::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>选择：%1</translation>
    </message>
</context>
<context>
    <name>isostain::PlanPage</name>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Methods to compare</source>
        <translation>要比较的方法(&amp;M)</translation>
    </message>
    <message>
        <source>Stain&amp;GAN</source>
        <translation>StainGAN(&amp;G)</translation>
    </message>
    <message>
        <source>Stain&amp;Net</source>
        <translation>StainNet(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Classifier</source>
        <translation>分类器(&amp;C)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What is trained and compared, and what that takes on this computer.</source>
        <translation>训练和比较的内容，以及在此计算机上的代价。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>重置参数(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the preset&apos;s values again</source>
        <translation>重新采用预设的值</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>预设(&amp;P)：</translation>
    </message>
    <message>
        <source>Source, untouched</source>
        <translation>源图，未处理</translation>
    </message>
    <message>
        <source>Width of the generators:</source>
        <translation>生成器宽度：</translation>
    </message>
    <message>
        <source>Channels of the first layer; the paper has 64</source>
        <translation>第一层的通道数；论文中为 64</translation>
    </message>
    <message>
        <source>Residual blocks:</source>
        <translation>残差块：</translation>
    </message>
    <message>
        <source>Width of the discriminators:</source>
        <translation>判别器宽度：</translation>
    </message>
    <message>
        <source>Halvings of the discriminators:</source>
        <translation>判别器减半次数：</translation>
    </message>
    <message>
        <source>3 look at patches of 70×70 pixels, as published</source>
        <translation>3 次对应 70×70 像素的区域，与原文相同</translation>
    </message>
    <message>
        <source>Crop, pixels:</source>
        <translation>裁剪，像素：</translation>
    </message>
    <message>
        <source>Side of the squares cut from each image; a multiple of 4</source>
        <translation>从每张图像裁取的正方形边长；4 的倍数</translation>
    </message>
    <message>
        <source>Images per step:</source>
        <translation>每步图像数：</translation>
    </message>
    <message>
        <source>Epochs of constant rate:</source>
        <translation>恒定速率的轮数：</translation>
    </message>
    <message>
        <source>Epochs of falling rate:</source>
        <translation>速率下降的轮数：</translation>
    </message>
    <message>
        <source>With the schedule of the published code alone</source>
        <translation>仅用于已发表代码的学习率安排</translation>
    </message>
    <message>
        <source>Steps per epoch:</source>
        <translation>每轮步数：</translation>
    </message>
    <message>
        <source>0: as many as show every image once</source>
        <translation>0：每张图像恰好显示一次所需的步数</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>学习率安排：</translation>
    </message>
    <message>
        <source>As in the paper: constant, then stop</source>
        <translation>按论文：恒定，然后停止</translation>
    </message>
    <message>
        <source>As in the published code: constant, then falling</source>
        <translation>按已发表代码：先恒定，再下降</translation>
    </message>
    <message>
        <source>Generators begin:</source>
        <translation>生成器的初始状态：</translation>
    </message>
    <message>
        <source>Random, as published</source>
        <translation>随机，与原文相同</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Copying needs a width of 12 or more</source>
        <translation>复制需要 12 或更大的宽度</translation>
    </message>
    <message>
        <source>Warm-up steps:</source>
        <translation>预热步数：</translation>
    </message>
    <message>
        <source>First steps with the identity loss alone</source>
        <translation>最初若干步只用恒等损失</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>学习率：</translation>
    </message>
    <message>
        <source>Adam, beta 1:</source>
        <translation>Adam，beta 1：</translation>
    </message>
    <message>
        <source>Adam, beta 2:</source>
        <translation>Adam，beta 2：</translation>
    </message>
    <message>
        <source>Weight of the cycle loss:</source>
        <translation>循环损失的权重：</translation>
    </message>
    <message>
        <source>Weight of the identity loss:</source>
        <translation>恒等损失的权重：</translation>
    </message>
    <message>
        <source>Past results shown again:</source>
        <translation>再次展示的以往结果数：</translation>
    </message>
    <message>
        <source>Steps per point of the curves:</source>
        <translation>曲线每点的步数：</translation>
    </message>
    <message>
        <source>Minutes between saves, at most:</source>
        <translation>两次保存之间最多分钟数：</translation>
    </message>
    <message>
        <source>Device:</source>
        <translation>设备：</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>有显卡时用显卡</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Precision on a graphics card:</source>
        <translation>显卡上的精度：</translation>
    </message>
    <message>
        <source>bfloat16 where it has it</source>
        <translation>支持时用 bfloat16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>随机种子：</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>训练方案：</translation>
    </message>
    <message>
        <source>Fast: shuffled pixels, Adam</source>
        <translation>快速：打乱的像素，Adam</translation>
    </message>
    <message>
        <source>As published: crops, SGD</source>
        <translation>按原文：裁剪图，SGD</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>通道数：</translation>
    </message>
    <message>
        <source>Between the layers; the paper has 32</source>
        <translation>层与层之间；论文中为 32</translation>
    </message>
    <message>
        <source>Weight of keeping white:</source>
        <translation>保持白色的权重：</translation>
    </message>
    <message>
        <source>Steps (fast):</source>
        <translation>步数（快速）：</translation>
    </message>
    <message>
        <source>Pixels per step (fast):</source>
        <translation>每步像素数（快速）：</translation>
    </message>
    <message>
        <source>Learning rate (fast):</source>
        <translation>学习率（快速）：</translation>
    </message>
    <message>
        <source>Epochs (published):</source>
        <translation>轮数（原文）：</translation>
    </message>
    <message>
        <source>Learning rate (published):</source>
        <translation>学习率（原文）：</translation>
    </message>
    <message>
        <source>Images per step (published):</source>
        <translation>每步图像数（原文）：</translation>
    </message>
    <message>
        <source>Crop, pixels (published):</source>
        <translation>裁剪，像素（原文）：</translation>
    </message>
    <message>
        <source>Epochs between tests (published):</source>
        <translation>两次测试之间的轮数（原文）：</translation>
    </message>
    <message>
        <source>Squares measured, pixels:</source>
        <translation>测量的正方形，像素：</translation>
    </message>
    <message>
        <source>Test images are measured in squares of this side; 0: whole images</source>
        <translation>测试图像按此边长的正方形测量；0：整张图像</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>轮数：</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>权重衰减：</translation>
    </message>
    <message>
        <source>As in the published code: two steps</source>
        <translation>按已发表代码：两级下降</translation>
    </message>
    <message>
        <source>As in the paper: cosine</source>
        <translation>按论文：余弦</translation>
    </message>
    <message>
        <source>Layers trained:</source>
        <translation>训练的层：</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Images resampled to, pixels:</source>
        <translation>图像重采样至，像素：</translation>
    </message>
    <message>
        <source>0: taken as they are; else at least 17</source>
        <translation>0：保持原样；否则至少 17</translation>
    </message>
    <message>
        <source>Width of an untrained network:</source>
        <translation>未训练网络的宽度：</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>重复次数：</translation>
    </message>
    <message>
        <source>Choose what the study does.</source>
        <translation>请选择研究要做什么。</translation>
    </message>
    <message>
        <source>There is not enough space where the study is kept. Free some, or choose another folder on the first page.</source>
        <translation>保存研究之处空间不足。请腾出空间，或在第一页选择其他文件夹。</translation>
    </message>
    <message>
        <source>Measuring how long it takes on this computer…</source>
        <translation>正在测量在此计算机上所需的时间…</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>In all about %1 on %2, and %3 on the disk.</source>
        <translation>共约 %1（在%2上），占用磁盘 %3。</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>可用 %1。</translation>
    </message>
    <message>
        <source>How long it takes is not known. %1</source>
        <translation>所需时间未知。%1</translation>
    </message>
</context>
<context>
    <name>isostain::PreviewPanel</name>
    <message>
        <source>Previews</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Previews appear when the networks have learned a while.</source>
        <translation>网络学习一段时间后会出现预览。</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileChart</name>
    <message>
        <source>Gray value</source>
        <translation>灰度值</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileInspector</name>
    <message>
        <source>Looks like red %1, green %2, blue %3 on the slide</source>
        <translation>在切片上呈现为红 %1、绿 %2、蓝 %3</translation>
    </message>
    <message>
        <source>What is in the stain profile</source>
        <translation>染色配置的内容</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManager</name>
    <message>
        <source>Published H&amp;E colors; needs no image of yours</source>
        <translation>已发表的 H&amp;E 颜色；不需要您自己的图像</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Import Stain Profiles</source>
        <translation>导入染色配置</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>染色配置和检查点（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManagerDialog</name>
    <message>
        <source>Bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>已发表的 H&amp;E 参考</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>配置库</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>No profiles of yours yet: import one</source>
        <translation>还没有您自己的配置：请导入</translation>
    </message>
    <message>
        <source>Stain Profiles</source>
        <translation>染色配置</translation>
    </message>
    <message>
        <source>Stain profiles</source>
        <translation>染色配置</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Takes stain profiles and StainNet checkpoints into the library</source>
        <translation>将染色配置和 StainNet 检查点收入配置库</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Changes the name of a profile of the library (F2)</source>
        <translation>更改配置库中配置的名称（F2）</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Moves a profile of the library to the trash (Del)</source>
        <translation>将配置库中的配置移到回收站（Del）</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>Copies everything shown here, with all digits</source>
        <translation>复制此处显示的全部内容，包含所有位数</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Normalizes the slide in the main window with this profile</source>
        <translation>用此配置归一化主窗口中的切片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose a stain profile to see what is in it.</source>
        <translation>选择染色配置以查看其内容。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>正在读取 %1…</translation>
    </message>
    <message>
        <source>Delete for Good?</source>
        <translation>永久删除？</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.</source>
        <translation>%1 无法移到回收站。如果永久删除，将无法恢复。</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileMenu</name>
    <message>
        <source>&amp;Profile</source>
        <translation>配置(&amp;P)</translation>
    </message>
    <message>
        <source>None (source only)</source>
        <translation>无（仅源图）</translation>
    </message>
    <message>
        <source>Shows the slide as it was scanned</source>
        <translation>按扫描所得显示切片</translation>
    </message>
    <message>
        <source>&amp;Browse for a Profile…</source>
        <translation>浏览配置(&amp;B)…</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>已发表的 H&amp;E 参考</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>配置库</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePicker</name>
    <message>
        <source>Stain profile</source>
        <translation>染色配置</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>仅源图</translation>
    </message>
    <message>
        <source>Choose a stain profile to see the normalized view</source>
        <translation>选择染色配置以查看归一化视图</translation>
    </message>
    <message>
        <source>Normalized with the stain profile %1</source>
        <translation>已用染色配置 %1 归一化</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePlot</name>
    <message>
        <source>Whole line</source>
        <translation>整条线</translation>
    </message>
    <message>
        <source>Show the whole line and all gray values (Home)</source>
        <translation>显示整条线和所有灰度值（Home）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the chart as a picture, a drawing or a table</source>
        <translation>将图表保存为图片、图形或表格</translation>
    </message>
    <message>
        <source>Drag a line across the tissue</source>
        <translation>在组织上拖出一条线</translation>
    </message>
    <message>
        <source>Gray values along the line</source>
        <translation>沿线的灰度值</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Gray values are averaged across the line over this many pixels</source>
        <translation>灰度值在垂直于线的方向上按此像素数取平均</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>宽度(&amp;W)：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the chart or its values</source>
        <translation>复制图表或其数值</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>复制图像(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>复制数值(&amp;V)</translation>
    </message>
    <message>
        <source>Save the Gray Value Profile</source>
        <translation>保存灰度剖面</translation>
    </message>
    <message>
        <source>gray-value-profile</source>
        <translation>gray-value-profile</translation>
    </message>
</context>
<context>
    <name>isostain::PropertiesDialog</name>
    <message>
        <source>Property</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Slide Properties</source>
        <translation>切片属性</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>文件中未说明</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>大小：</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 像素，%n 个层级</numerusform>
        </translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>像素大小：</translation>
    </message>
    <message>
        <source>%1 × %2 µm</source>
        <translation>%1 × %2 µm</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>物镜：</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Color profile:</source>
        <translation>色彩配置文件：</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>搜索名称和值</translation>
    </message>
</context>
<context>
    <name>isostain::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近的切片(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（未找到）</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清除列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>isostain::ReferenceMaker</name>
    <message>
        <source>&amp;Use This Region as the Reference</source>
        <translation>将此区域用作参考(&amp;U)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Use This Region as the Reference</source>
        <translation>将此区域用作参考</translation>
    </message>
    <message>
        <source>Name of the stain profile that brings slides to the colors of this region:</source>
        <translation>将切片转换为此区域颜色的染色配置的名称：</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>已有同名配置。请另选名称。</translation>
    </message>
</context>
<context>
    <name>isostain::RemarkList</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>The data looks all right.</source>
        <translation>数据看起来没有问题。</translation>
    </message>
</context>
<context>
    <name>isostain::ResultTable</name>
    <message>
        <source>Show the &amp;paper&apos;s values</source>
        <translation>显示论文的值(&amp;P)</translation>
    </message>
    <message>
        <source>Kang et al. 2021, Tables 1 to 4: other images, so other numbers</source>
        <translation>Kang 等 2021，表 1 至 4：图像不同，因此数值不同</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>复制表格以用于电子表格</translation>
    </message>
    <message>
        <source>* the best of its column</source>
        <translation>* 该列最佳</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>isostain::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Name of the stain profile</source>
        <translation>染色配置的名称</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>配置(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Keep as stain profile</source>
        <translation>保留为染色配置(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Show on current slide</source>
        <translation>在当前切片上显示(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>保存报告(&amp;R)…</translation>
    </message>
    <message>
        <source>As a web page and as PDF</source>
        <translation>保存为网页和 PDF</translation>
    </message>
    <message>
        <source>What the study found. Keep the trained network as a stain profile to use it on slides.</source>
        <translation>研究的结果。将训练好的网络保留为染色配置，即可用于切片。</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>正在读取结果…</translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message>
        <source>Resume…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forgets the export. Slides that are finished stay where they are.</source>
        <translation>忘记此导出。已完成的切片保留在原处。</translation>
    </message>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>有一个导出曾中断：%n 张切片中还剩 %1 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>An export was interrupted and cannot be resumed. %1</source>
        <translation>有一个导出曾中断且无法恢复。%1</translation>
    </message>
</context>
<context>
    <name>isostain::RunPage</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>The study began.</source>
        <translation>研究已开始。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Saves what is learned. The study can be gone on with later.</source>
        <translation>保存已学到的内容。研究可稍后继续。</translation>
    </message>
    <message>
        <source>Continue in bac&amp;kground</source>
        <translation>在后台继续(&amp;K)</translation>
    </message>
    <message>
        <source>Closes this window; the main window shows how far the training is.</source>
        <translation>关闭此窗口；主窗口会显示训练进度。</translation>
    </message>
    <message>
        <source>&amp;Resume training</source>
        <translation>恢复训练(&amp;R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.</source>
        <translation>研究逐步运行。可以暂停，也可以停止后再继续，崩溃后也是如此。</translation>
    </message>
    <message>
        <source>The study is running.</source>
        <translation>研究正在运行。</translation>
    </message>
    <message>
        <source>The study has not finished.</source>
        <translation>研究尚未完成。</translation>
    </message>
    <message>
        <source>The study is finished.</source>
        <translation>研究已完成。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Stopping: what is learned is being saved…</source>
        <translation>正在停止：正在保存已学到的内容…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>正在运行。</translation>
    </message>
    <message>
        <source>Stopped. Everything is saved: “Resume training” goes on where it was.</source>
        <translation>已停止。一切均已保存：“恢复训练”会从中断处继续。</translation>
    </message>
</context>
<context>
    <name>isostain::ScaleBar</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Scale bar: %1</source>
        <translation>比例尺：%1</translation>
    </message>
</context>
<context>
    <name>isostain::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Parts of slides kept in memory, so that they show at once when you come back to them</source>
        <translation>保存在内存中的切片部分，回到该处时可立即显示</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>每个处理器核心一个（%1）</translation>
    </message>
    <message>
        <source>&amp;Remember the slides and profiles opened lately</source>
        <translation>记住最近打开的切片和配置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open the last slide at the next start, where it was left</source>
        <translation>下次启动时打开上次的切片并回到原处(&amp;O)</translation>
    </message>
    <message>
        <source>The number of threads takes effect when Isostain is started again.</source>
        <translation>线程数在重新启动 Isostain 后生效。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外观(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Memory for slides:</source>
        <translation>切片内存(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Threads that read slides:</source>
        <translation>读取切片的线程(&amp;T)：</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>与桌面相同</translation>
    </message>
    <message>
        <source>An export or a training is running: choose another language when it has ended</source>
        <translation>导出或训练正在运行：请在其结束后选择其他语言</translation>
    </message>
</context>
<context>
    <name>isostain::ShortcutSheet</name>
    <message>
        <source>, </source>
        <comment>between shortcuts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Show the source while held</source>
        <translation>按住时显示源图</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>移动切片</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>拖动、方向键</translation>
    </message>
    <message>
        <source>Turn the slide</source>
        <translation>旋转切片</translation>
    </message>
    <message>
        <source>Shift and drag, two fingers</source>
        <translation>按住 Shift 拖动、双指</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>以光标为中心缩放</translation>
    </message>
    <message>
        <source>Mouse wheel, pinch, double click</source>
        <translation>鼠标滚轮、捏合、双击</translation>
    </message>
    <message>
        <source>Make a pane the main one</source>
        <translation>将窗格设为主窗格</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Choose what a pane shows</source>
        <translation>选择窗格显示的内容</translation>
    </message>
    <message>
        <source>Click its name</source>
        <translation>点击其名称</translation>
    </message>
    <message>
        <source>Move the curtain</source>
        <translation>移动卷帘</translation>
    </message>
    <message>
        <source>Drag its line, Shift+Left, Shift+Right</source>
        <translation>拖动其线、Shift+Left、Shift+Right</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>不设按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>键盘和鼠标</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>搜索命令和按键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>New &amp;keys:</source>
        <translation>新按键(&amp;K)：</translation>
    </message>
    <message>
        <source>Gestures of the mouse cannot be changed.</source>
        <translation>鼠标手势不能更改。</translation>
    </message>
    <message>
        <source>Press the new keys in the field first.</source>
        <translation>请先在输入框中按下新的按键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose other keys, or free them there first.</source>
        <translation>%1 属于“%2”。请选择其他按键，或先在那里解除。</translation>
    </message>
</context>
<context>
    <name>isostain::SidePanel</name>
    <message>
        <source>Pictures: %1</source>
        <translation>图片：%1</translation>
    </message>
</context>
<context>
    <name>isostain::StatusLine</name>
    <message>
        <source>How much of this slide&apos;s tissue has colors that the stain profile has never seen</source>
        <translation>此切片的组织中有多少颜色是染色配置从未见过的</translation>
    </message>
    <message>
        <source>Level of the slide&apos;s pyramid that is drawn, and its size against the full resolution</source>
        <translation>所绘制的切片金字塔层级，及其相对于全分辨率的大小</translation>
    </message>
    <message>
        <source>Magnification on the screen</source>
        <translation>屏幕上的放大倍率</translation>
    </message>
    <message>
        <source>Size of the tissue under one pixel of the screen</source>
        <translation>屏幕一个像素下的组织大小</translation>
    </message>
</context>
<context>
    <name>isostain::StepChoice</name>
    <message>
        <source>Needs test pairs: choose them on the first page.</source>
        <translation>需要测试对：请在第一页选择。</translation>
    </message>
    <message>
        <source>Needs whole slides: choose them on the first page, under More.</source>
        <translation>需要全切片：请在第一页的“更多”中选择。</translation>
    </message>
    <message>
        <source>Needs labelled images: choose them on the first page, under More.</source>
        <translation>需要带标签的图像：请在第一页的“更多”中选择。</translation>
    </message>
</context>
<context>
    <name>isostain::StepProgressList</name>
    <message>
        <source>Done in %1</source>
        <translation>用时 %1 完成</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::TrainingController</name>
    <message>
        <source>Shows the training</source>
        <translation>显示训练</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>已有同名配置。请另选名称。</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>正在保留配置…</translation>
    </message>
    <message>
        <source>Kept as “%1”: it is among the profiles of the main window now.</source>
        <translation>已保留为“%1”：现在可在主窗口的配置中找到。</translation>
    </message>
    <message>
        <source>Open a slide in the main window first.</source>
        <translation>请先在主窗口中打开一张切片。</translation>
    </message>
    <message>
        <source>There is no room for another pane. Close one in the main window first.</source>
        <translation>没有空间再添加窗格。请先在主窗口中关闭一个。</translation>
    </message>
    <message>
        <source>The main window shows it in a new pane.</source>
        <translation>主窗口在新窗格中显示它。</translation>
    </message>
    <message>
        <source>Folder for the Report</source>
        <translation>报告的文件夹</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>正在写入报告…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>报告在 %1 中。</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>训练：已暂停</translation>
    </message>
    <message>
        <source>Training: %1, %2 %</source>
        <translation>训练：%1，%2 %</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>训练…</translation>
    </message>
    <message>
        <source>Stop the Training and Close?</source>
        <translation>停止训练并关闭？</translation>
    </message>
    <message>
        <source>A training is running. If it is stopped, what it has learned is saved, and it can be gone on with later.</source>
        <translation>训练正在运行。如果停止，已学到的内容会保存，可稍后继续。</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>继续训练(&amp;K)</translation>
    </message>
</context>
<context>
    <name>isostain::TrainingWizard</name>
    <message>
        <source>Train a Normalizer</source>
        <translation>训练归一化器</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Ne&amp;xt &gt;</source>
        <translation>下一步(&amp;X) &gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>These are the values of the study that is running.</source>
        <translation>这些是正在运行的研究的值。</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ults &gt;</source>
        <translation>结果(&amp;U) &gt;</translation>
    </message>
    <message>
        <source>Close While the Study Runs?</source>
        <translation>在研究运行时关闭？</translation>
    </message>
    <message>
        <source>A study is running. It can run on in the background, or be stopped: what is learned is saved, and it can be gone on with later.</source>
        <translation>研究正在运行。它可以在后台继续，也可以停止：已学到的内容会保存，可稍后继续。</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>在后台继续(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止并关闭(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>保持打开(&amp;K)</translation>
    </message>
</context>
<context>
    <name>isostain::ViewArea</name>
    <message>
        <source>Slide</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>正在打开 %1…</translation>
    </message>
</context>
<context>
    <name>isostain::ViewSaver</name>
    <message>
        <source>Save View</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>As on the &amp;screen, %1</source>
        <translation>与屏幕相同，%1(&amp;S)</translation>
    </message>
    <message>
        <source>At &amp;full resolution: too large, zoom in first</source>
        <translation>全分辨率：太大，请先放大(&amp;F)</translation>
    </message>
    <message>
        <source>At &amp;full resolution, %1</source>
        <translation>全分辨率，%1(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Names of the panes</source>
        <translation>窗格名称(&amp;N)</translation>
    </message>
    <message>
        <source>On the screen they are part of the view</source>
        <translation>在屏幕上它们是视图的一部分</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>比例尺(&amp;B)</translation>
    </message>
    <message>
        <source>The picture has the slide&apos;s own colors: what is set for the screen alone is left out.</source>
        <translation>图片使用切片本身的颜色：仅为屏幕所做的设置不会包含在内。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing the view at full resolution…</source>
        <translation>正在以全分辨率绘制视图…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Slide &amp;Properties…</source>
        <translation>切片属性(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Opens one more window, for another slide</source>
        <translation>再打开一个窗口，用于另一张切片</translation>
    </message>
    <message>
        <source>&amp;Close Slide</source>
        <translation>关闭切片(&amp;C)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Cop&amp;y View</source>
        <translation>复制视图(&amp;Y)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>保存视图(&amp;S)…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Curtain</source>
        <translation>卷帘(&amp;C)</translation>
    </message>
    <message>
        <source>Si&amp;ngle View</source>
        <translation>单一视图(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add Pane</source>
        <translation>添加窗格(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Shows one more stain profile beside the others</source>
        <translation>在其他染色配置旁再显示一个</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>下一个窗格(&amp;X)</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Makes the next pane the main one, which a single view shows</source>
        <translation>将下一个窗格设为主窗格，单一视图显示主窗格</translation>
    </message>
    <message>
        <source>C&amp;lose Pane</source>
        <translation>关闭窗格(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Gra&amp;y Value Profile</source>
        <translation>灰度剖面(&amp;Y)</translation>
    </message>
    <message>
        <source>Plots the gray values along a line that you draw across the tissue</source>
        <translation>绘制您在组织上所画线条的灰度值</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>概览(&amp;V)</translation>
    </message>
    <message>
        <source>Shows the whole slide in a corner, with the part that is on the screen</source>
        <translation>在角落显示整张切片，并标出屏幕上的部分</translation>
    </message>
    <message>
        <source>Scale &amp;Bar</source>
        <translation>比例尺(&amp;B)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Fit Slide to Window</source>
        <translation>使切片适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Actual Pixels (&amp;1:1)</source>
        <translation>实际像素（1:1）(&amp;1)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>向左旋转(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Turn Left by 5°</source>
        <translation>向左转 5°(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;urn Right by 5°</source>
        <translation>向右转 5°(&amp;U)</translation>
    </message>
    <message>
        <source>Mirror &amp;Horizontally</source>
        <translation>水平镜像(&amp;H)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Mirror &amp;Vertically</source>
        <translation>垂直镜像(&amp;V)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+V</source>
        <translation>Ctrl+Shift+V</translation>
    </message>
    <message>
        <source>U&amp;pright</source>
        <translation>正立(&amp;P)</translation>
    </message>
    <message>
        <source>Neither turned nor mirrored</source>
        <translation>既不旋转也不镜像</translation>
    </message>
    <message>
        <source>Slid&amp;es in the Folder</source>
        <translation>文件夹中的切片(&amp;E)</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Lists the slides beside this one, with how each is stained</source>
        <translation>列出与此切片同一文件夹的切片及其染色情况</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark</source>
        <translation>添加书签(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;List of Bookmarks</source>
        <translation>书签列表(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness and Color…</source>
        <translation>亮度与颜色(&amp;G)…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤消(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>重做(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Move the Slide</source>
        <translation>移动切片(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Select Annotations</source>
        <translation>选择标注(&amp;S)</translation>
    </message>
    <message>
        <source>Draw &amp;Points</source>
        <translation>画点(&amp;P)</translation>
    </message>
    <message>
        <source>Draw and M&amp;easure Lines</source>
        <translation>画线并测量(&amp;E)</translation>
    </message>
    <message>
        <source>Draw &amp;Rectangles</source>
        <translation>画矩形(&amp;R)</translation>
    </message>
    <message>
        <source>Draw Pol&amp;ygons</source>
        <translation>画多边形(&amp;Y)</translation>
    </message>
    <message>
        <source>Draw &amp;Freehand</source>
        <translation>徒手绘制(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;List of Annotations</source>
        <translation>标注列表(&amp;L)</translation>
    </message>
    <message>
        <source>Sho&amp;w Annotations</source>
        <translation>显示标注(&amp;W)</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>L&amp;oad Annotations…</source>
        <translation>加载标注(&amp;O)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Annotations…</source>
        <translation>保存标注(&amp;V)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>演示模式(&amp;P)</translation>
    </message>
    <message>
        <source>Full screen with the slide alone, without file names, labels and tools</source>
        <translation>全屏只显示切片，不含文件名、标签和工具</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>退出全屏</translation>
    </message>
    <message>
        <source>&amp;Normalize</source>
        <translation>归一化(&amp;N)</translation>
    </message>
    <message>
        <source>Turns the normalization on and off</source>
        <translation>打开和关闭归一化</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>管理配置(&amp;M)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Train Normalizer…</source>
        <translation>训练归一化器(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>P&amp;ast Trainings…</source>
        <translation>以往的训练(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Resume Training…</source>
        <translation>恢复训练(&amp;R)…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>制作演示切片(&amp;D)</translation>
    </message>
    <message>
        <source>Isostain &amp;Help</source>
        <translation>Isostain 帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse…</source>
        <translation>键盘和鼠标(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Isostain</source>
        <translation>关于 Isostain(&amp;A)</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerPane</name>
    <message>
        <source>No second scan is open in this pane.</source>
        <translation>此窗格中没有打开第二次扫描。</translation>
    </message>
    <message>
        <source>Choose a stain profile first.</source>
        <translation>请先选择染色配置。</translation>
    </message>
    <message>
        <source>This method is fitted to each slide: there are no training colors to compare with.</source>
        <translation>此方法对每张切片分别拟合：没有可比较的训练颜色。</translation>
    </message>
    <message>
        <source>Not for networks that look at neighboring pixels.</source>
        <translation>不适用于查看相邻像素的网络。</translation>
    </message>
    <message>
        <source>The share of colors outside the training is unknown: the profile does not say which colors it was trained on.</source>
        <translation>训练范围之外的颜色占比未知：该配置没有说明它是用哪些颜色训练的。</translation>
    </message>
    <message>
        <source>being fitted, source shown</source>
        <translation>正在拟合，显示源图</translation>
    </message>
    <message>
        <source>not fitted, source shown</source>
        <translation>未拟合，显示源图</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未改变</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>check colors</source>
        <translation>请检查颜色</translation>
    </message>
    <message>
        <source>Preparing the stain profile…</source>
        <translation>正在准备染色配置…</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>无配置</translation>
    </message>
    <message>
        <source>Trust map</source>
        <translation>可信度图</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a stain and the method that separates it</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 by published stains</source>
        <translation>%1，按已发表的染色</translation>
    </message>
    <message>
        <source>being prepared, source shown</source>
        <translation>正在准备，显示源图</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1（关）</translation>
    </message>
</context>
<context>
    <name>isostain::ZoomBox</name>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>放大倍率</translation>
    </message>
    <message>
        <source>Magnification on the screen: choose one, or write 12x, 50 % or Fit</source>
        <translation>屏幕上的放大倍率：请选择，或输入 12x、50 % 或“适合”</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Write a magnification such as 12x, or 50 %, or Fit.</source>
        <translation>请输入放大倍率，例如 12x、50 %，或“适合”。</translation>
    </message>
    <message>
        <source>The slide does not state its objective. Write 50 % or Fit.</source>
        <translation>切片没有说明其物镜。请输入 50 % 或“适合”。</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>%1, published H&amp;E reference</source>
        <translation>%1，已发表的 H&amp;E 参考</translation>
    </message>
</context>
</TS>
