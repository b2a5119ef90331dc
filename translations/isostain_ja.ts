<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>Application</name>
    <message>
        <source>%1 could not be written. Check that its folder exists and that you may write to it.</source>
        <translation>%1 に書き込めませんでした。フォルダーが存在し、書き込み権限があるか確認してください。</translation>
    </message>
    <message>
        <source>%1 shows an unfinished view: the slide took too long. Try again.</source>
        <translation>%1 の表示は未完成です。スライドの処理に時間がかかりすぎました。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>ChartFigures</name>
    <message>
        <source>median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>False positive rate</source>
        <translation>偽陽性率</translation>
    </message>
    <message>
        <source>True positive rate</source>
        <translation>真陽性率</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>偶然</translation>
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
        <translation>このスライドにはありません</translation>
    </message>
    <message>
        <source>not usable (%1)</source>
        <translation>使用できません（%1）</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>名前なし</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>The input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>キャンセルしました。</translation>
    </message>
    <message>
        <source>%1 is not a usable value. Correct it and try again.</source>
        <translation>%1 は使用できる値ではありません。修正してもう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 was not found. Check the name and that the drive is connected.</source>
        <translation>%1 が見つかりません。名前と、ドライブが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be read. Check that you have permission to read it and that the drive is connected.</source>
        <translation>%1 を読み取れませんでした。読み取り権限と、ドライブが接続されているか確認してください。</translation>
    </message>
    <message>
        <source>%1 is not in a format that Isostain reads. Open a whole-slide image, PNG, JPEG or TIFF.</source>
        <translation>%1 は Isostain が読み取れる形式ではありません。ホールスライド画像、PNG、JPEG、TIFF を開いてください。</translation>
    </message>
    <message>
        <source>%1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>%1 は破損しているか不完全です。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>%1 is too large to be read as a plain image. Convert it to a tiled pyramidal TIFF first.</source>
        <translation>%1 は通常の画像として読み取るには大きすぎます。先にタイル化されたピラミッド TIFF に変換してください。</translation>
    </message>
    <message>
        <source>%1 is a slide of a kind that this version cannot open. Convert it to a pyramidal TIFF, or use a build with a newer OpenSlide.</source>
        <translation>%1 はこのバージョンでは開けない種類のスライドです。ピラミッド TIFF に変換するか、新しい OpenSlide を使うビルドをご利用ください。</translation>
    </message>
    <message>
        <source>The slide %1 is damaged or incomplete. Copy it again from the scanner or the archive.</source>
        <translation>スライド %1 は破損しているか不完全です。スキャナーまたは保管場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>A part of %1 could not be read and is shown as missing. The file may be damaged, or the drive slow or disconnected.</source>
        <translation>%1 の一部を読み取れず、欠けた状態で表示しています。ファイルが破損しているか、ドライブが遅いか切断されている可能性があります。</translation>
    </message>
    <message>
        <source>%1 does not contain that associated image.</source>
        <translation>%1 にはその付属画像がありません。</translation>
    </message>
    <message>
        <source>%1 is not a PyTorch checkpoint. Choose a .pth or .pt file that holds a state dict.</source>
        <translation>%1 は PyTorch のチェックポイントではありません。state dict を含む .pth または .pt ファイルを選択してください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 is damaged or incomplete. Copy it again from where it came from.</source>
        <translation>チェックポイント %1 は破損しているか不完全です。元の場所からコピーし直してください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 was refused because it contains something other than plain weights. Save it as a state dict and try again.</source>
        <translation>チェックポイント %1 は重み以外のものを含むため拒否されました。state dict として保存し直してください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the network that was expected. Choose the checkpoint of a StainNet or of a StainGAN generator.</source>
        <translation>チェックポイント %1 には想定したネットワークがありません。StainNet または StainGAN 生成器のチェックポイントを選択してください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 holds weights that are not numbers. Its training failed; choose an earlier checkpoint.</source>
        <translation>チェックポイント %1 に数値でない重みがあります。学習に失敗しています。以前のチェックポイントを選択してください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 does not hold the classifier that was expected. Choose the checkpoint of a SqueezeNet 1.1.</source>
        <translation>チェックポイント %1 には想定した分類器がありません。SqueezeNet 1.1 のチェックポイントを選択してください。</translation>
    </message>
    <message>
        <source>%1 is not a valid stain profile. Export it again from where it was made.</source>
        <translation>%1 は有効な染色プロファイルではありません。作成元から書き出し直してください。</translation>
    </message>
    <message>
        <source>The stain profile %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>染色プロファイル %1 は新しいバージョンで作成されました。Isostain を更新してください。</translation>
    </message>
    <message>
        <source>There is a stain profile named %1 already. Choose another name.</source>
        <translation>%1 という名前の染色プロファイルは既にあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>%1 is not a valid alignment of two scans. Save it again from where it was made.</source>
        <translation>%1 は 2 つのスキャンの有効な位置合わせではありません。作成元から保存し直してください。</translation>
    </message>
    <message>
        <source>The alignment %1 was made by a newer version. Update Isostain to use it.</source>
        <translation>位置合わせ %1 は新しいバージョンで作成されました。Isostain を更新してください。</translation>
    </message>
    <message>
        <source>The alignment %1 does not fit the two scans that are open: their sizes differ from those it was made for. Open the scans it belongs to, or align these anew.</source>
        <translation>位置合わせ %1 は開いている 2 つのスキャンに合いません。作成時とサイズが異なります。対応するスキャンを開くか、位置合わせをやり直してください。</translation>
    </message>
    <message>
        <source>%1 could not be aligned with the other scan. Check that both show the same glass and the same part of it, in focus.</source>
        <translation>%1 をもう一方のスキャンに位置合わせできませんでした。両方が同じガラスの同じ部分を、ピントの合った状態で示しているか確認してください。</translation>
    </message>
    <message>
        <source>%1 is not a usable file of annotations. Export it again: from ASAP as XML, or from QuPath as GeoJSON.</source>
        <translation>%1 は使用できるアノテーションファイルではありません。ASAP から XML として、または QuPath から GeoJSON として書き出し直してください。</translation>
    </message>
    <message>
        <source>The color profile in %1 cannot be used, so its colors are shown as they are stored. Ask whoever scanned it for a file with a valid RGB profile.</source>
        <translation>%1 のカラープロファイルは使用できないため、保存されたままの色で表示します。スキャンした方に、有効な RGB プロファイルを持つファイルを依頼してください。</translation>
    </message>
    <message>
        <source>%1 is not a usable color profile of a screen, so the screen is taken for sRGB. Choose an ICC profile that was made for it.</source>
        <translation>%1 は使用できる画面のカラープロファイルではないため、画面を sRGB とみなします。その画面用に作成された ICC プロファイルを選択してください。</translation>
    </message>
    <message>
        <source>%1 does not say how large its pixels are. State its micrometers per pixel and try again.</source>
        <translation>%1 にはピクセルサイズの記載がありません。1 ピクセルあたりのマイクロメートルを指定してください。</translation>
    </message>
    <message>
        <source>%1 holds a network that looks at neighboring pixels, which cannot be used here. Choose a StainNet with 1x1 layers or a fitted method.</source>
        <translation>%1 は隣接ピクセルを参照するネットワークを含むため、ここでは使用できません。1x1 層の StainNet、またはフィットした手法を選択してください。</translation>
    </message>
    <message>
        <source>%1 cannot be a reference. Choose an image or a region with stained tissue.</source>
        <translation>%1 は参照にできません。染色された組織を含む画像または領域を選択してください。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another folder, or allow overwriting.</source>
        <translation>%1 は既に存在します。別のフォルダーを選ぶか、上書きを許可してください。</translation>
    </message>
    <message>
        <source>%1 could not be written. Check that the folder exists and that you may write there.</source>
        <translation>%1 に書き込めませんでした。フォルダーが存在し、書き込み権限があるか確認してください。</translation>
    </message>
    <message>
        <source>Another export is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>別の書き出しが %1 に書き込み中です。終了を待つか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The disk is full: %1 could not be written. Free some space and start again.</source>
        <translation>ディスクがいっぱいです。%1 に書き込めませんでした。空き容量を確保してやり直してください。</translation>
    </message>
    <message>
        <source>%1 was written but did not read back correctly, so it was not kept. Check the disk and try again.</source>
        <translation>%1 は書き込まれましたが正しく読み戻せなかったため、保存しませんでした。ディスクを確認してやり直してください。</translation>
    </message>
    <message>
        <source>%1 could not be deleted. Check that you may write to its folder.</source>
        <translation>%1 を削除できませんでした。そのフォルダーに書き込めるか確認してください。</translation>
    </message>
    <message>
        <source>%1 does not hold usable images or pairs of images. Check the folder or the list.</source>
        <translation>%1 には使用できる画像または画像の組がありません。フォルダーまたはリストを確認してください。</translation>
    </message>
    <message>
        <source>The training in %1 diverged. Start again with a lower learning rate.</source>
        <translation>%1 の学習が発散しました。学習率を下げてやり直してください。</translation>
    </message>
    <message>
        <source>%1 is not a training run that this version can read. Choose the folder that a training was told to write to.</source>
        <translation>%1 はこのバージョンで読み取れる学習の記録ではありません。学習の書き込み先に指定したフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Another training is writing to %1. Wait for it to end, or choose another folder.</source>
        <translation>別の学習が %1 に書き込み中です。終了を待つか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The training run %1 was made with other settings and cannot go on with these. Resume it as it was started, or choose another folder.</source>
        <translation>学習 %1 は別の設定で行われたため、この設定では続行できません。開始時の設定で再開するか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>%1 is not part of this installation. Install the package with training support, or build it with LibTorch.</source>
        <translation>%1 はこのインストールに含まれていません。学習に対応したパッケージをインストールするか、LibTorch を使ってビルドしてください。</translation>
    </message>
    <message>
        <source>There is not enough memory for %1. Close other programs and try again.</source>
        <translation>%1 のためのメモリが足りません。ほかのプログラムを閉じてやり直してください。</translation>
    </message>
    <message>
        <source>Something went wrong with %1 that should not happen. Please report it with the detail given here.</source>
        <translation>%1 で起こるはずのない問題が発生しました。ここに示す詳細を添えて報告してください。</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>JPEG (small)</source>
        <translation>JPEG（小さい）</translation>
    </message>
    <message>
        <source>LZW (lossless, read everywhere)</source>
        <translation>LZW（可逆、どこでも読める）</translation>
    </message>
    <message>
        <source>Deflate (lossless, smaller)</source>
        <translation>Deflate（可逆、より小さい）</translation>
    </message>
    <message>
        <source>None (very large)</source>
        <translation>なし（非常に大きい）</translation>
    </message>
    <message>
        <source>Pyramidal TIFF</source>
        <translation>ピラミッド TIFF</translation>
    </message>
    <message>
        <source>Pyramidal TIFF with a description like Aperio&apos;s</source>
        <translation>Aperio 形式の記述付きピラミッド TIFF</translation>
    </message>
    <message>
        <source>OME-TIFF</source>
        <translation>OME-TIFF</translation>
    </message>
    <message>
        <source>DICOM whole-slide image (a folder)</source>
        <translation>DICOM ホールスライド画像（フォルダー）</translation>
    </message>
    <message>
        <source>Half resolution (4:2:0)</source>
        <translation>半分の解像度（4:2:0）</translation>
    </message>
    <message>
        <source>Full resolution (4:4:4)</source>
        <translation>完全な解像度（4:4:4）</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>元画像と同じ</translation>
    </message>
</context>
<context>
    <name>ExportTexts</name>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
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
        <translation>Isostain ヘルプ</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>About Isostain</source>
        <translation>Isostain について</translation>
    </message>
    <message>
        <source>One stain for every slide: shows whole-slide images beside their stain-normalized view.</source>
        <translation>すべてのスライドをひとつの染色に。ホールスライド画像を、染色を正規化した表示と並べて見られます。</translation>
    </message>
    <message>
        <source>For research use only. Not for use in diagnostic procedures.</source>
        <translation>研究専用です。診断には使用しないでください。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>GNU 一般公衆利用許諾書バージョン 3 以降に基づくフリーソフトウェアです。いかなる保証もありません。</translation>
    </message>
    <message>
        <source>The translations from English have not been reviewed by native-speaking pathologists yet.</source>
        <translation>英語からの翻訳は、母語とする病理医による確認をまだ受けていません。</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1、%2 でビルド</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>ライセンス(&amp;L)…</translation>
    </message>
</context>
<context>
    <name>ImageFigures</name>
    <message>
        <source>not available</source>
        <translation>利用できません</translation>
    </message>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Distance along the line (µm)</source>
        <translation>線に沿った距離（µm）</translation>
    </message>
    <message>
        <source>Distance along the line (pixels)</source>
        <translation>線に沿った距離（ピクセル）</translation>
    </message>
    <message>
        <source>Gray value</source>
        <translation>グレー値</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Examples:</source>
        <translation>例:</translation>
    </message>
    <message>
        <source>See isostain --help.</source>
        <translation>isostain --help を参照してください。</translation>
    </message>
    <message>
        <source>Stain profile or checkpoint to use, or a method fitted to the published H&amp;E reference such as builtin:macenko. Given several times, each opens a pane.</source>
        <translation>使用する染色プロファイルまたはチェックポイント、あるいは builtin:macenko のように公表済み H&amp;E 参照に合わせた手法。複数回指定すると、それぞれペインが開きます。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>FILE</translation>
    </message>
    <message>
        <source>What the pane of the profile of the same number shows: %1.</source>
        <translation>同じ番号のプロファイルのペインに表示するもの: %1。</translation>
    </message>
    <message>
        <source>VIEW</source>
        <translation>VIEW</translation>
    </message>
    <message>
        <source>How panes are arranged: %1.</source>
        <translation>ペインの並べ方: %1。</translation>
    </message>
    <message>
        <source>ARRANGEMENT</source>
        <translation>ARRANGEMENT</translation>
    </message>
    <message>
        <source>How to compare: %1.</source>
        <translation>比較の方法: %1。</translation>
    </message>
    <message>
        <source>MODE</source>
        <translation>MODE</translation>
    </message>
    <message>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation>ウィンドウのサイズ、例: 1600x1000。</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT</source>
        <translation>WIDTHxHEIGHT</translation>
    </message>
    <message>
        <source>Colors of the window: %1.</source>
        <translation>ウィンドウの配色: %1。</translation>
    </message>
    <message>
        <source>THEME</source>
        <translation>THEME</translation>
    </message>
    <message>
        <source>Language of the window: %1.</source>
        <translation>ウィンドウの言語: %1。</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>LANGUAGE</translation>
    </message>
    <message>
        <source>Write a picture of the window to a PNG file and end.</source>
        <translation>ウィンドウの画像を PNG ファイルに書き込んで終了します。</translation>
    </message>
    <message>
        <source>Write the report of a study, as a web page and as PDF, and end.</source>
        <translation>研究のレポートをウェブページと PDF に書き込んで終了します。</translation>
    </message>
    <message>
        <source>STUDY</source>
        <translation>STUDY</translation>
    </message>
    <message>
        <source>Folder that the report is written to.</source>
        <translation>レポートを書き込むフォルダー。</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>FOLDER</translation>
    </message>
    <message>
        <source>Replace an earlier report.</source>
        <translation>以前のレポートを置き換えます。</translation>
    </message>
    <message>
        <source>Shows whole-slide images beside their stain-normalized view.</source>
        <translation>ホールスライド画像を、染色を正規化した表示と並べて見られます。</translation>
    </message>
    <message>
        <source>Slide or picture to open.</source>
        <translation>開くスライドまたは画像。</translation>
    </message>
    <message>
        <source>Only one slide can be opened at a time.</source>
        <translation>一度に開けるスライドは 1 枚だけです。</translation>
    </message>
    <message>
        <source>There is room for %1 profiles.</source>
        <translation>プロファイルは %1 個までです。</translation>
    </message>
    <message>
        <source>%1 is not a view. Views are: %2.</source>
        <translation>%1 は表示の種類ではありません。表示の種類: %2。</translation>
    </message>
    <message>
        <source>%1 is not an arrangement. Arrangements are: %2.</source>
        <translation>%1 は並べ方ではありません。並べ方: %2。</translation>
    </message>
    <message>
        <source>--report STUDY and --output FOLDER belong together.</source>
        <translation>--report STUDY と --output FOLDER は一緒に指定します。</translation>
    </message>
    <message>
        <source>%1 is not a mode. Modes are: %2.</source>
        <translation>%1 はモードではありません。モード: %2。</translation>
    </message>
    <message>
        <source>%1 is not a size such as 1600x1000.</source>
        <translation>%1 は 1600x1000 のようなサイズではありません。</translation>
    </message>
    <message>
        <source>%1 is not a theme. Themes are: %2.</source>
        <translation>%1 はテーマではありません。テーマ: %2。</translation>
    </message>
    <message>
        <source>%1 is not a language of this program. Languages are: %2.</source>
        <translation>%1 はこのプログラムの言語ではありません。言語: %2。</translation>
    </message>
</context>
<context>
    <name>MethodText</name>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
</context>
<context>
    <name>NetworkNotice</name>
    <message>
        <source>Memory ran short: the network goes on with fewer images at a time.</source>
        <translation>メモリが不足しました。ネットワークは一度に処理する画像を減らして続行します。</translation>
    </message>
    <message>
        <source>The graphics card ran out of memory or failed: the network goes on, more slowly, on the processor.</source>
        <translation>グラフィックカードのメモリ不足または障害のため、ネットワークはプロセッサーで続行します。速度は遅くなります。</translation>
    </message>
</context>
<context>
    <name>PaneArrangement</name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>One Row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>One Column</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>格子</translation>
    </message>
</context>
<context>
    <name>PaneView</name>
    <message>
        <source>&amp;Normalized</source>
        <translation>正規化(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Hematoxylin Alone</source>
        <translation>ヘマトキシリンのみ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Eosin Alone</source>
        <translation>エオジンのみ(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Residual Alone</source>
        <translation>残差のみ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Trust Map</source>
        <translation>信頼度マップ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Second Scan</source>
        <translation>2 つ目のスキャン(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ProfileCatalog</name>
    <message>
        <source>Fits the method to this slide and brings it to published H&amp;E colors; needs no image of yours</source>
        <translation>手法をこのスライドに合わせ、公表済みの H&amp;E の色にします。ご自分の画像は必要ありません</translation>
    </message>
    <message>
        <source>%1 (demo slides only)</source>
        <translation>%1（デモスライドのみ）</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（見つかりません）</translation>
    </message>
    <message>
        <source>Made for H&amp;E: this slide is stained after Papanicolaou</source>
        <translation>H&amp;E 用です。このスライドはパパニコロウ染色です</translation>
    </message>
</context>
<context>
    <name>ProfileFacts</name>
    <message>
        <source>not stated</source>
        <translation>記載なし</translation>
    </message>
    <message>
        <source>Tissue only: without glass, pen marks and folds</source>
        <translation>組織のみ: ガラス、ペンの印、しわを除く</translation>
    </message>
    <message>
        <source>As published: all pixels</source>
        <translation>論文どおり: すべてのピクセル</translation>
    </message>
    <message>
        <source>As published: pixels darker than 80 % lightness</source>
        <translation>論文どおり: 明度 80 % より暗いピクセル</translation>
    </message>
    <message>
        <source>Left unchanged, with a smooth transition to tissue</source>
        <translation>変更せず、組織へ滑らかにつなぐ</translation>
    </message>
    <message>
        <source>Mapped like every other color, as published</source>
        <translation>論文どおり、ほかの色と同じように変換</translation>
    </message>
    <message>
        <source>Optical density in red, green and blue, as a vector of length 1</source>
        <translation>赤・緑・青の光学濃度、長さ 1 のベクトル</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>ヘマトキシリン</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>エオジン</translation>
    </message>
    <message>
        <source>Mean of L, a, b</source>
        <translation>L, a, b の平均</translation>
    </message>
    <message>
        <source>CIE Lab: L from 0 to 100, a and b around 0</source>
        <translation>CIE Lab: L は 0 から 100、a と b は 0 の前後</translation>
    </message>
    <message>
        <source>Deviation of L, a, b</source>
        <translation>L, a, b の偏差</translation>
    </message>
    <message>
        <source>Standard deviation over all pixels of the fit</source>
        <translation>フィットに使った全ピクセルの標準偏差</translation>
    </message>
    <message>
        <source>Maxima</source>
        <translation>最大値</translation>
    </message>
    <message>
        <source>99th percentiles of the amounts of hematoxylin and eosin</source>
        <translation>ヘマトキシリンとエオジンの量の 99 パーセンタイル</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>ガラス</translation>
    </message>
    <message>
        <source>Optical density of empty glass in red, green and blue</source>
        <translation>何もないガラスの赤・緑・青の光学濃度</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Mean amounts of hematoxylin and eosin where they are at home</source>
        <translation>ヘマトキシリンとエオジンそれぞれの領域での平均量</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>カーネル</translation>
    </message>
    <message>
        <source>Each pixel of the result depends on that pixel alone</source>
        <translation>結果の各ピクセルは、そのピクセルだけで決まります</translation>
    </message>
    <message>
        <source>The result depends on neighboring pixels</source>
        <translation>結果は隣接ピクセルにも依存します</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Fitted to</source>
        <translation>フィットの対象</translation>
    </message>
    <message>
        <source>White glass</source>
        <translation>白いガラス</translation>
    </message>
    <message>
        <source>Slide&apos;s stain %1</source>
        <translation>スライドの染色 %1</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>染色</translation>
    </message>
    <message>
        <source>Source scanner</source>
        <translation>元のスキャナー</translation>
    </message>
    <message>
        <source>Target scanner</source>
        <translation>ターゲットのスキャナー</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>ピクセルサイズ</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>1 ピクセルあたり %1 µm</translation>
    </message>
    <message>
        <source>Of the images that the profile was made from</source>
        <translation>プロファイルの作成に使った画像のもの</translation>
    </message>
    <message>
        <source>Made for</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>generated demo slides only</source>
        <translation>生成されたデモスライドのみ</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作成者</translation>
    </message>
    <message>
        <source>Isostain version</source>
        <translation>Isostain のバージョン</translation>
    </message>
    <message>
        <source>Training colors</source>
        <translation>学習時の色</translation>
    </message>
    <message>
        <source>%1 of %2 cells of the color space</source>
        <translation>色空間の %2 区画のうち %1 区画</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>The trust map shows where a slide has colors that are not among them</source>
        <translation>それに含まれない色がスライドのどこにあるかは、信頼度マップに表示されます</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Of everything that decides the colors; the same digits, the same colors</source>
        <translation>色を決めるすべての要素のもの。数字が同じなら色も同じです</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Fitted to each slide when it is opened</source>
        <translation>スライドを開くたびにフィットします</translation>
    </message>
</context>
<context>
    <name>ProfileFormat</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 画像</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 図</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文書</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表</translation>
    </message>
    <message>
        <source>Gray value profile</source>
        <translation>グレー値プロファイル</translation>
    </message>
</context>
<context>
    <name>ProfileName</name>
    <message>
        <source>Any stain</source>
        <translation>すべての染色</translation>
    </message>
    <message>
        <source>H&amp;E</source>
        <translation>H&amp;E</translation>
    </message>
    <message>
        <source>Papanicolaou</source>
        <translation>パパニコロウ</translation>
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
        <translation>論文どおり</translation>
    </message>
    <message>
        <source>Tissue only</source>
        <translation>組織のみ</translation>
    </message>
    <message>
        <source>Normalized like tissue</source>
        <translation>組織と同様に正規化</translation>
    </message>
    <message>
        <source>Left unchanged</source>
        <translation>変更しない</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>プロファイルの指定どおり</translation>
    </message>
    <message>
        <source>No tissue was found, so there is nothing to fit the method to.</source>
        <translation>組織が見つからないため、手法を合わせる対象がありません。</translation>
    </message>
    <message>
        <source>The picture is gray, so there are no stains to find.</source>
        <translation>画像がグレーのため、見つける染色がありません。</translation>
    </message>
    <message>
        <source>Only one stain could be told; the published H&amp;E stains stand in for this slide&apos;s.</source>
        <translation>1 つの染色しか判別できませんでした。公表済みの H&amp;E の染色でこのスライドの染色を代用します。</translation>
    </message>
    <message>
        <source>No hematoxylin and eosin were found, so there is nothing to fit the method to.</source>
        <translation>ヘマトキシリンとエオジンが見つからないため、手法を合わせる対象がありません。</translation>
    </message>
    <message>
        <source>The stains found here do not look like hematoxylin and eosin. Compare with the source before you rely on the colors.</source>
        <translation>ここで見つかった染色はヘマトキシリンとエオジンらしくありません。色を信頼する前に元画像と比べてください。</translation>
    </message>
    <message>
        <source>The stain profile is for another stain than this slide&apos;s.</source>
        <translation>この染色プロファイルは、このスライドとは別の染色用です。</translation>
    </message>
    <message>
        <source>The pixel size of this slide differs from that of the images the stain profile was made from.</source>
        <translation>このスライドのピクセルサイズは、染色プロファイルの作成に使った画像と異なります。</translation>
    </message>
    <message>
        <source>The pixel size of the slide or of the network&apos;s training images is not known; the network runs on the slide&apos;s own pixels.</source>
        <translation>スライドまたはネットワークの学習画像のピクセルサイズが不明です。ネットワークはスライド本来のピクセルで動作します。</translation>
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
        <translation>距離（µm）</translation>
    </message>
    <message>
        <source>Distance (pixels)</source>
        <translation>距離（ピクセル）</translation>
    </message>
    <message>
        <source>%1 (r = %2)</source>
        <translation>%1 (r = %2)</translation>
    </message>
    <message>
        <source>Length %1 (%2 px)</source>
        <translation>長さ %1（%2 px）</translation>
    </message>
    <message>
        <source>Length %1</source>
        <translation>長さ %1</translation>
    </message>
    <message>
        <source>longer than %1 px: level %2, every %3 px</source>
        <translation>%1 px より長い: レベル %2、%3 px ごと</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>gaps: outside the slide or unreadable</source>
        <translation>空白: スライドの外、または読み取り不能</translation>
    </message>
</context>
<context>
    <name>ResultItems</name>
    <message>
        <source>Study:</source>
        <translation>研究:</translation>
    </message>
    <message>
        <source>Begun:</source>
        <translation>開始:</translation>
    </message>
    <message>
        <source>State:</source>
        <translation>状態:</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>フォルダー:</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>ステップ:</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>染色プロファイル:</translation>
    </message>
    <message>
        <source>none was trained</source>
        <translation>学習されていません</translation>
    </message>
    <message>
        <source>SHA-256 of its weights:</source>
        <translation>重みの SHA-256:</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Methods (Tables 1, 2)</source>
        <translation>手法（表 1、2）</translation>
    </message>
    <message>
        <source>Whole slides (Table 3)</source>
        <translation>スライド全体（表 3）</translation>
    </message>
    <message>
        <source>Layers (Table 4)</source>
        <translation>層（表 4）</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>図</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>スライド %n 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>画像 %n 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>%1 × %2 to %3 × %4 pixels</source>
        <translation>%1 × %2 から %3 × %4 ピクセル</translation>
    </message>
    <message>
        <source>%1 µm per pixel</source>
        <translation>1 ピクセルあたり %1 µm</translation>
    </message>
    <message>
        <source>%1 to train on</source>
        <translation>学習用 %1</translation>
    </message>
    <message>
        <source>%1 to test on</source>
        <translation>テスト用 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read:</source>
        <translation>
            <numerusform>読み取れないファイル %n 個:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StainViewName</name>
    <message>
        <source>Hematoxylin</source>
        <translation>ヘマトキシリン</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>エオジン</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>An export is running. If it is stopped, slides that are finished stay, and the one being written is removed.</source>
        <translation>書き出しが実行中です。中止すると、完了したスライドは残り、書き込み中のものは削除されます。</translation>
    </message>
</context>
<context>
    <name>StudyFigures</name>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Gray value profile, %1</source>
        <translation>グレー値プロファイル、%1</translation>
    </message>
    <message>
        <source>Gray values along the line, in the source, the target and the normalized images of %1; the dashed part is enlarged below.</source>
        <translation>%1 の元画像、ターゲット、正規化画像における線に沿ったグレー値。破線部分を下に拡大して示します。</translation>
    </message>
    <message>
        <source>Comparison of methods</source>
        <translation>手法の比較</translation>
    </message>
    <message>
        <source>Test images as scanned, their targets, and what each method makes of them; the dashed part is enlarged below.</source>
        <translation>スキャンしたままのテスト画像、そのターゲット、各手法の結果。破線部分を下に拡大して示します。</translation>
    </message>
    <message>
        <source>Whole slide %1</source>
        <translation>スライド全体 %1</translation>
    </message>
    <message>
        <source>The whole slide %1 as scanned and by each method; the dashed part is below at full resolution.</source>
        <translation>スキャンしたままのスライド全体 %1 と各手法の結果。破線部分を下に完全な解像度で示します。</translation>
    </message>
    <message>
        <source>Layers of 1x1 and 3x3</source>
        <translation>1x1 と 3x3 の層</translation>
    </message>
    <message>
        <source>Networks of layers of 1x1 + layers of 3x3 on %1, and the gray values along the line.</source>
        <translation>%1 における 1x1 の層 + 3x3 の層のネットワークと、線に沿ったグレー値。</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Color histogram, %1</source>
        <translation>色のヒストグラム、%1</translation>
    </message>
    <message>
        <source>How often values of the channel occur in the test images, glass (%1 and more) left out.</source>
        <translation>テスト画像でのチャンネル値の出現頻度。ガラス（%1 以上）を除きます。</translation>
    </message>
    <message>
        <source>Value of the channel, 0 to 255</source>
        <translation>チャンネルの値、0 から 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>ピクセルの割合、%</translation>
    </message>
    <message>
        <source>Colors in CIE a*b*</source>
        <translation>CIE a*b* での色</translation>
    </message>
    <message>
        <source>Hue and chroma of pixels of the test images, the same places in each.</source>
        <translation>テスト画像のピクセルの色相と彩度。各画像の同じ場所から取っています。</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a*（緑からマゼンタ）</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b*（青から黄）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Means of the losses between two measurements, before they are weighted.</source>
        <translation>2 回の測定の間の損失の平均、重み付け前。</translation>
    </message>
    <message>
        <source>StainGAN: losses</source>
        <translation>StainGAN: 損失</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>adversarial, to target</source>
        <translation>敵対的、ターゲットへ</translation>
    </message>
    <message>
        <source>discriminator of the target</source>
        <translation>ターゲットの識別器</translation>
    </message>
    <message>
        <source>cycle of the source</source>
        <translation>元画像のサイクル</translation>
    </message>
    <message>
        <source>cycle of the target</source>
        <translation>ターゲットのサイクル</translation>
    </message>
    <message>
        <source>identity of the source</source>
        <translation>元画像の恒等</translation>
    </message>
    <message>
        <source>identity of the target</source>
        <translation>ターゲットの恒等</translation>
    </message>
    <message>
        <source>StainGAN: learning rate</source>
        <translation>StainGAN: 学習率</translation>
    </message>
    <message>
        <source>Adam&apos;s learning rate.</source>
        <translation>Adam の学習率。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>StainGAN: test images</source>
        <translation>StainGAN: テスト画像</translation>
    </message>
    <message>
        <source>PSNR Target on test pairs at the end of each epoch; it decides nothing.</source>
        <translation>各エポック終了時のテスト組での PSNR Target。何の判断にも使われません。</translation>
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
        <translation>StainNet: 損失</translation>
    </message>
    <message>
        <source>L1 in the [-1, 1] scale.</source>
        <translation>[-1, 1] スケールでの L1。</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
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
        <translation>全テスト画像の %1: 四分位数、ひげはその幅の 1.5 倍以内、残りは点。</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>ROC 曲線</translation>
    </message>
    <message>
        <source>Of the classifier with the median AUC of each test set.</source>
        <translation>各テストセットで AUC が中央値の分類器のもの。</translation>
    </message>
</context>
<context>
    <name>StudyStep</name>
    <message>
        <source>Prepare the data</source>
        <translation>データの準備</translation>
    </message>
    <message>
        <source>Train the StainGAN</source>
        <translation>StainGAN の学習</translation>
    </message>
    <message>
        <source>Distill the StainNet</source>
        <translation>StainNet の蒸留</translation>
    </message>
    <message>
        <source>Compare the methods</source>
        <translation>手法の比較</translation>
    </message>
    <message>
        <source>Make the pictures</source>
        <translation>画像の作成</translation>
    </message>
    <message>
        <source>Compare on whole slides</source>
        <translation>スライド全体での比較</translation>
    </message>
    <message>
        <source>Compare layers of 1x1 and 3x3</source>
        <translation>1x1 と 3x3 の層の比較</translation>
    </message>
    <message>
        <source>Train and test classifiers</source>
        <translation>分類器の学習とテスト</translation>
    </message>
</context>
<context>
    <name>StudyTexts</name>
    <message>
        <source>Reads the images, or makes them, and puts some aside for the test.</source>
        <translation>画像を読み取るか生成し、一部をテスト用に取り分けます。</translation>
    </message>
    <message>
        <source>Learns the target&apos;s colors from images that need not show the same. Takes the most time.</source>
        <translation>同じものを示す必要のない画像から、ターゲットの色を学習します。最も時間がかかります。</translation>
    </message>
    <message>
        <source>Makes a small, fast network of it: the stain profile that you keep.</source>
        <translation>そこから小さく速いネットワークを作ります。これが手元に残る染色プロファイルです。</translation>
    </message>
    <message>
        <source>Measures SSIM and PSNR of every method on the test pairs: Tables 1 and 2.</source>
        <translation>テスト組で各手法の SSIM と PSNR を測定します: 表 1 と表 2。</translation>
    </message>
    <message>
        <source>Normalizes some test images by every method, for the figures.</source>
        <translation>図のために、テスト画像をいくつか各手法で正規化します。</translation>
    </message>
    <message>
        <source>Measures how much structure whole slides keep: Table 3.</source>
        <translation>スライド全体で構造がどれだけ保たれるかを測定します: 表 3。</translation>
    </message>
    <message>
        <source>Trains StainNets with more and more 3×3 layers: Table 4 and Figure 8.</source>
        <translation>3×3 の層を増やしながら StainNet を学習します: 表 4 と図 8。</translation>
    </message>
    <message>
        <source>Tells whether normalization helps a classifier: ROC curves.</source>
        <translation>正規化が分類器の助けになるかを調べます: ROC 曲線。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>クイック</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>論文</translation>
    </message>
    <message>
        <source>Small networks: a first result in minutes, also without a graphics card.</source>
        <translation>小さなネットワーク: 数分で最初の結果。グラフィックカードがなくても使えます。</translation>
    </message>
    <message>
        <source>Networks of half the paper&apos;s width: hours on a graphics card.</source>
        <translation>論文の半分の幅のネットワーク: グラフィックカードで数時間。</translation>
    </message>
    <message>
        <source>Networks, losses and rates as published: for a graphics card.</source>
        <translation>ネットワーク、損失、学習率は論文どおり: グラフィックカード用。</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未終了</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>Like the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
</context>
<context>
    <name>ViewPicture</name>
    <message>
        <source>The view at full resolution</source>
        <translation>完全な解像度の表示</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 ピクセル</translation>
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
        <translation>1 ピクセルあたり %1 ピクセル</translation>
    </message>
    <message>
        <source>%1 µm/pixel</source>
        <translation>%1 µm/ピクセル</translation>
    </message>
    <message>
        <source>Level %1 of %2 (1:%3)</source>
        <translation>レベル %1 / %2（1:%3）</translation>
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
        <translation>2 つのスキャンの位置合わせ（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Load an Alignment</source>
        <translation>位置合わせを読み込む</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>file name of the alignment of two scans</comment>
        <translation>%1 を %2 に</translation>
    </message>
    <message>
        <source>Save the Alignment</source>
        <translation>位置合わせを保存</translation>
    </message>
</context>
<context>
    <name>isostain::AlignmentPanel</name>
    <message>
        <source>&amp;Undo Point</source>
        <translation>点を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>適用(&amp;A)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now click spot %1 in %2.</source>
        <translation>次に %2 で点 %1 をクリックしてください。</translation>
    </message>
    <message>
        <source>Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.</source>
        <translation>両方のスキャンで見分けられる点（核など）を、%1 または %2 でクリックしてください。ドラッグで画像が動きます。</translation>
    </message>
    <message>
        <source>Click a second spot, far from the first.</source>
        <translation>最初の点から離れた 2 つ目の点をクリックしてください。</translation>
    </message>
    <message>
        <source>Apply, or click a third spot, far from the line through the first two.</source>
        <translation>適用するか、最初の 2 点を通る直線から離れた 3 つ目の点をクリックしてください。</translation>
    </message>
    <message>
        <source>Three spots are there.</source>
        <translation>3 つの点がそろいました。</translation>
    </message>
    <message>
        <source>Scale %1, turned by %2°.</source>
        <translation>倍率 %1、%2° 回転。</translation>
    </message>
    <message>
        <source>Two spots always agree; a third one checks them.</source>
        <translation>2 点は常に一致します。3 つ目の点で確かめられます。</translation>
    </message>
    <message>
        <source>The spots differ by %1 px from a mere rotation and scale.</source>
        <translation>各点は、単純な回転と拡大縮小から %1 px ずれています。</translation>
    </message>
    <message>
        <source>The spots differ by %1 px (%2 µm) from a mere rotation and scale.</source>
        <translation>各点は、単純な回転と拡大縮小から %1 px（%2 µm）ずれています。</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationController</name>
    <message>
        <source>Annotations (%1)</source>
        <translation>アノテーション（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>アノテーション</translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation>%1を元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do %1</source>
        <translation>%1をやり直す(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>やり直す(&amp;D)</translation>
    </message>
    <message>
        <source>Load Annotations</source>
        <translation>アノテーションを読み込む</translation>
    </message>
    <message>
        <source>Save Annotations</source>
        <translation>アノテーションを保存</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>読み込み</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationKeeper</name>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationLayer</name>
    <message>
        <source>Reshape</source>
        <translation>形の変更</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationPanel</name>
    <message>
        <source>Annotations</source>
        <translation>アノテーション</translation>
    </message>
    <message>
        <source>&amp;Go To</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>Brings the annotation to the middle of the view</source>
        <translation>アノテーションを表示の中央に移します</translation>
    </message>
    <message>
        <source>&amp;Color…</source>
        <translation>色(&amp;C)…</translation>
    </message>
    <message>
        <source>Changes the color of the selected annotations</source>
        <translation>選択したアノテーションの色を変更します</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>ロック(&amp;L)</translation>
    </message>
    <message>
        <source>Keeps the selected annotation from being changed</source>
        <translation>選択したアノテーションが変更されないようにします</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Removes the selected annotations</source>
        <translation>選択したアノテーションを取り除きます</translation>
    </message>
    <message>
        <source>L&amp;oad…</source>
        <translation>読み込み(&amp;O)…</translation>
    </message>
    <message>
        <source>Adds the annotations of a GeoJSON file, as QuPath writes it</source>
        <translation>QuPath が書き出す GeoJSON ファイルのアノテーションを追加します</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves all annotations as GeoJSON, which QuPath opens</source>
        <translation>すべてのアノテーションを、QuPath で開ける GeoJSON として保存します</translation>
    </message>
    <message>
        <source>Change Color</source>
        <translation>色の変更</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロック解除</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationStore</name>
    <message>
        <source>Draw</source>
        <translation>描画</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>isostain::AnnotationTableModel</name>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前の変更</translation>
    </message>
    <message>
        <source>Change Class</source>
        <translation>クラスの変更</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
</context>
<context>
    <name>isostain::AssociatedImageView</name>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>May show a patient&apos;s name.</source>
        <translation>患者名が写っている可能性があります。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 を表示</translation>
    </message>
</context>
<context>
    <name>isostain::BookmarkController</name>
    <message>
        <source>Boo&amp;kmarks</source>
        <translation>ブックマーク(&amp;K)</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>ブックマーク</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>名前の変更(&amp;N)</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>削除(&amp;L)</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>元に戻す(&amp;D)</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>場所 %1</translation>
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
        <translation>曲線を指すと値を読めます。ドラッグで移動、ホイールで拡大、ダブルクリックで全体を表示します。</translation>
    </message>
</context>
<context>
    <name>isostain::CheckPage</name>
    <message>
        <source>Check a&amp;gain</source>
        <translation>もう一度確認(&amp;G)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>確認の進行状況</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>What is there, and whether a training can learn from it.</source>
        <translation>何があり、学習できる内容かどうか。</translation>
    </message>
    <message>
        <source>The data is being checked.</source>
        <translation>データを確認中です。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) to test on.</source>
        <translation>
            <numerusform>テスト用の組 %n 組。</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no test pairs: methods cannot be measured or compared.</source>
        <translation>テスト用の組がありません。手法の測定も比較もできません。</translation>
    </message>
    <message>
        <source>Looking at the images…</source>
        <translation>画像を調べています…</translation>
    </message>
</context>
<context>
    <name>isostain::ColorCharts</name>
    <message>
        <source>Histogram of the channels of source and target</source>
        <translation>元画像とターゲットのチャンネルのヒストグラム</translation>
    </message>
    <message>
        <source>Colors of source and target in CIE a*b*</source>
        <translation>CIE a*b* での元画像とターゲットの色</translation>
    </message>
    <message>
        <source>Value of a channel, 0 to 255</source>
        <translation>チャンネルの値、0 から 255</translation>
    </message>
    <message>
        <source>Share of the pixels, %</source>
        <translation>ピクセルの割合、%</translation>
    </message>
    <message>
        <source>red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Source, %1</source>
        <translation>元画像、%1</translation>
    </message>
    <message>
        <source>Target, %1</source>
        <translation>ターゲット、%1</translation>
    </message>
    <message>
        <source>a* (green to magenta)</source>
        <translation>a*（緑からマゼンタ）</translation>
    </message>
    <message>
        <source>b* (blue to yellow)</source>
        <translation>b*（青から黄）</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
</context>
<context>
    <name>isostain::ColorProfilePanel</name>
    <message>
        <source>Color profiles</source>
        <translation>カラープロファイル</translation>
    </message>
    <message>
        <source>Use the &amp;slide&apos;s color profile</source>
        <translation>スライドのカラープロファイルを使う(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>取り除く(&amp;M)</translation>
    </message>
    <message>
        <source>Shows colors as the slide&apos;s profile (ICC) says that they look, in every pane: an export carries the same profile</source>
        <translation>スライドのプロファイル（ICC）が示す色を、すべてのペインで表示します。書き出しにも同じプロファイルが付きます</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>Chooses the ICC profile that was made for this screen</source>
        <translation>この画面用に作成された ICC プロファイルを選択します</translation>
    </message>
    <message>
        <source>Screen:</source>
        <translation>画面:</translation>
    </message>
    <message>
        <source>no slide is open</source>
        <translation>スライドが開かれていません</translation>
    </message>
    <message>
        <source>no profile, taken for sRGB</source>
        <translation>プロファイルなし、sRGB とみなします</translation>
    </message>
</context>
<context>
    <name>isostain::ColorSwatch</name>
    <message>
        <source>Red, green and blue under the cursor: before → after normalization</source>
        <translation>カーソル位置の赤・緑・青: 正規化前 → 正規化後</translation>
    </message>
</context>
<context>
    <name>isostain::CompareView</name>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Preparing %1…</source>
        <translation>%1 を準備中…</translation>
    </message>
    <message>
        <source>source standing in</source>
        <translation>元画像で代用</translation>
    </message>
    <message>
        <source>Unreadable parts of this slide: %1</source>
        <translation>このスライドの読み取れない部分: %1</translation>
    </message>
</context>
<context>
    <name>isostain::ComparisonWindow</name>
    <message>
        <source>Compare Trainings</source>
        <translation>学習の比較</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Losses of the studies</source>
        <translation>研究の損失</translation>
    </message>
    <message>
        <source>Measurements of the studies</source>
        <translation>研究の測定値</translation>
    </message>
    <message>
        <source>&amp;Curve:</source>
        <translation>曲線(&amp;C):</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>SSIM Target</source>
        <translation>SSIM Target</translation>
    </message>
    <message>
        <source>PSNR Target, dB</source>
        <translation>PSNR Target、dB</translation>
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
        <translation>曲線</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>グレー</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Gray value under the cursor, 0 to 255</source>
        <translation>カーソル位置のグレー値、0 から 255</translation>
    </message>
    <message>
        <source>Pearson&apos;s correlation with the source along the line</source>
        <translation>線に沿った元画像とのピアソン相関</translation>
    </message>
    <message>
        <source>Curves: gray value under the cursor and correlation with the source</source>
        <translation>曲線: カーソル位置のグレー値と元画像との相関</translation>
    </message>
</context>
<context>
    <name>isostain::DataPage</name>
    <message>
        <source>&amp;More: whole slides, classifier</source>
        <translation>詳細: スライド全体、分類器(&amp;M)</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Which images should be brought to which look? The source is what your scanner gives; the target is the look that it should have.</source>
        <translation>どの画像をどの見た目にしますか。元画像はお使いのスキャナーの画像、ターゲットはあるべき見た目です。</translation>
    </message>
    <message>
        <source>&amp;Folders of images</source>
        <translation>画像のフォルダー(&amp;F)</translation>
    </message>
    <message>
        <source>Tiles or pictures of both looks. They need not show the same tissue.</source>
        <translation>両方の見た目のタイルまたは画像。同じ組織である必要はありません。</translation>
    </message>
    <message>
        <source>Slides &amp;of both looks</source>
        <translation>両方の見た目のスライド(&amp;O)</translation>
    </message>
    <message>
        <source>Patches of tissue are cut from the slides of each. They need not show the same tissue.</source>
        <translation>それぞれのスライドから組織のパッチを切り出します。同じ組織である必要はありません。</translation>
    </message>
    <message>
        <source>Two &amp;scans of one glass</source>
        <translation>同じガラスの 2 つのスキャン(&amp;S)</translation>
    </message>
    <message>
        <source>The same glass scanned twice. Both are aligned and cut into pairs.</source>
        <translation>同じガラスを 2 回スキャンしたもの。位置合わせして組に切り出します。</translation>
    </message>
    <message>
        <source>&amp;Try with generated data</source>
        <translation>生成データで試す(&amp;T)</translation>
    </message>
    <message>
        <source>Artificial tissue as two scanners see it: to learn how it works, without images of yours.</source>
        <translation>2 台のスキャナーから見た人工組織: ご自分の画像なしで仕組みを学べます。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>ターゲット</translation>
    </message>
    <message>
        <source>Source of the test pairs</source>
        <translation>テスト組の元画像</translation>
    </message>
    <message>
        <source>Target of the test pairs</source>
        <translation>テスト組のターゲット</translation>
    </message>
    <message>
        <source>List of the test pairs</source>
        <translation>テスト組のリスト</translation>
    </message>
    <message>
        <source>Only where the file names differ</source>
        <translation>ファイル名が異なる場合のみ</translation>
    </message>
    <message>
        <source>Needed to measure and to compare methods</source>
        <translation>手法の測定と比較に必要です</translation>
    </message>
    <message>
        <source>Part of the glass for the test:</source>
        <translation>テストに使うガラスの部分:</translation>
    </message>
    <message>
        <source>0.05 to 0.5 of its width: what is tested on is never trained on</source>
        <translation>幅の 0.05 から 0.5: テストに使う部分は学習に使われません</translation>
    </message>
    <message>
        <source>Patches of each look:</source>
        <translation>それぞれの見た目のパッチ数:</translation>
    </message>
    <message>
        <source>Drawn at random from the tissue of all slides, the same every time</source>
        <translation>全スライドの組織から無作為に、毎回同じものを選びます</translation>
    </message>
    <message>
        <source>Micrometers per pixel:</source>
        <translation>1 ピクセルあたりのマイクロメートル:</translation>
    </message>
    <message>
        <source>Slides of every magnification are resampled to it; 0.25 is about 40x, 0.5 about 20x</source>
        <translation>どの倍率のスライドもこの値に再サンプリングします。0.25 は約 40x、0.5 は約 20x</translation>
    </message>
    <message>
        <source>Sou&amp;rce:</source>
        <translation>元画像(&amp;R):</translation>
    </message>
    <message>
        <source>Tar&amp;get:</source>
        <translation>ターゲット(&amp;G):</translation>
    </message>
    <message>
        <source>Test so&amp;urce:</source>
        <translation>テスト元画像(&amp;U):</translation>
    </message>
    <message>
        <source>Test t&amp;arget:</source>
        <translation>テストターゲット(&amp;A):</translation>
    </message>
    <message>
        <source>Pa&amp;irs:</source>
        <translation>組(&amp;I):</translation>
    </message>
    <message>
        <source>Stain</source>
        <translation>染色</translation>
    </message>
    <message>
        <source>Tiles of each look</source>
        <translation>それぞれの見た目のタイル</translation>
    </message>
    <message>
        <source>St&amp;ain:</source>
        <translation>染色(&amp;A):</translation>
    </message>
    <message>
        <source>Ti&amp;les of each look:</source>
        <translation>それぞれの見た目のタイル数(&amp;L):</translation>
    </message>
    <message>
        <source>Whole slides to compare on</source>
        <translation>比較に使うスライド全体</translation>
    </message>
    <message>
        <source>A&amp;dd…</source>
        <translation>追加(&amp;D)…</translation>
    </message>
    <message>
        <source>Add slides</source>
        <translation>スライドを追加</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>取り除く(&amp;V)</translation>
    </message>
    <message>
        <source>Remove the selected slides</source>
        <translation>選択したスライドを取り除く</translation>
    </message>
    <message>
        <source>Slides to Compare on</source>
        <translation>比較に使うスライド</translation>
    </message>
    <message>
        <source>Labelled images of the target&apos;s look</source>
        <translation>ターゲットの見た目のラベル付き画像</translation>
    </message>
    <message>
        <source>Labelled images of the source&apos;s look</source>
        <translation>元の見た目のラベル付き画像</translation>
    </message>
    <message>
        <source>Weights of SqueezeNet 1.1</source>
        <translation>SqueezeNet 1.1 の重み</translation>
    </message>
    <message>
        <source>Without: the classifier begins untrained</source>
        <translation>なし: 分類器は未学習の状態から始まります</translation>
    </message>
    <message>
        <source>Whole slid&amp;es:</source>
        <translation>スライド全体(&amp;E):</translation>
    </message>
    <message>
        <source>Of the source&apos;s look: to compare how much of their structure each method keeps.</source>
        <translation>元の見た目のもの: 各手法が構造をどれだけ保つかを比べます。</translation>
    </message>
    <message>
        <source>Classifier, training:</source>
        <translation>分類器、学習:</translation>
    </message>
    <message>
        <source>Classifier, test:</source>
        <translation>分類器、テスト:</translation>
    </message>
    <message>
        <source>Folders with one folder of images per class. The training images have the target&apos;s look, the test images the source&apos;s.</source>
        <translation>クラスごとに画像フォルダーを 1 つ持つフォルダー。学習画像はターゲットの見た目、テスト画像は元の見た目です。</translation>
    </message>
    <message>
        <source>Classifier, weights:</source>
        <translation>分類器、重み:</translation>
    </message>
    <message>
        <source>Name of the study</source>
        <translation>研究の名前</translation>
    </message>
    <message>
        <source>Folder that studies are kept in</source>
        <translation>研究を保存するフォルダー</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;Keep in:</source>
        <translation>保存先(&amp;K):</translation>
    </message>
    <message>
        <source>Folders of slides, with those in folders below. For figures and measurements, add pairs of images that show the same place in both looks:</source>
        <translation>スライドのフォルダー（下位フォルダーを含む）。図と測定には、両方の見た目で同じ場所を示す画像の組を追加してください:</translation>
    </message>
    <message>
        <source>PNG, JPEG or TIFF, also in folders below. For figures and measurements, add pairs that show the same place in both looks:</source>
        <translation>PNG、JPEG、TIFF（下位フォルダーを含む）。図と測定には、両方の見た目で同じ場所を示す組を追加してください:</translation>
    </message>
    <message>
        <source>Slides or pictures of the same glass.</source>
        <translation>同じガラスのスライドまたは画像。</translation>
    </message>
    <message>
        <source>Study of %1</source>
        <translation>%1 の研究</translation>
    </message>
    <message>
        <source>%1 demo %2</source>
        <translation>%1 デモ %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s slides.</source>
        <translation>元のスライドのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose the folder of the source&apos;s images.</source>
        <translation>元画像のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose the scan that is the source.</source>
        <translation>元となるスキャンを選択してください。</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s slides.</source>
        <translation>ターゲットのスライドのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose the folder of the target&apos;s images.</source>
        <translation>ターゲットの画像のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose the scan that is the target.</source>
        <translation>ターゲットとなるスキャンを選択してください。</translation>
    </message>
    <message>
        <source>Source and target are the same. Choose another one.</source>
        <translation>元とターゲットが同じです。別のものを選択してください。</translation>
    </message>
    <message>
        <source>Choose both folders of the test pairs, or none.</source>
        <translation>テスト組のフォルダーは両方選ぶか、どちらも選ばないでください。</translation>
    </message>
    <message>
        <source>Choose both folders of the classifier, or none.</source>
        <translation>分類器のフォルダーは両方選ぶか、どちらも選ばないでください。</translation>
    </message>
    <message>
        <source>Give the study a name.</source>
        <translation>研究に名前を付けてください。</translation>
    </message>
    <message>
        <source>Choose the folder that the study is kept in.</source>
        <translation>研究を保存するフォルダーを選択してください。</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayController</name>
    <message>
        <source>Shows the colors as they are again</source>
        <translation>色を元の状態で表示し直します</translation>
    </message>
    <message>
        <source>Opens the window in which color profiles are turned on and off</source>
        <translation>カラープロファイルのオンとオフを切り替えるウィンドウを開きます</translation>
    </message>
    <message>
        <source>Brightness and Color</source>
        <translation>明るさと色</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>明るさ %1</translation>
    </message>
    <message>
        <source>contrast %1</source>
        <translation>コントラスト %1</translation>
    </message>
    <message>
        <source>gamma %1</source>
        <translation>ガンマ %1</translation>
    </message>
    <message>
        <source>Screen only: %1</source>
        <translation>画面のみ: %1</translation>
    </message>
    <message>
        <source>Color profiles of slide and screen</source>
        <translation>スライドと画面のカラープロファイル</translation>
    </message>
    <message>
        <source>Color profile of the slide</source>
        <translation>スライドのカラープロファイル</translation>
    </message>
    <message>
        <source>Color profile of the screen</source>
        <translation>画面のカラープロファイル</translation>
    </message>
    <message>
        <source>Choose the Screen&apos;s Color Profile</source>
        <translation>画面のカラープロファイルを選択</translation>
    </message>
    <message>
        <source>ICC profiles (%1)</source>
        <translation>ICC プロファイル（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>isostain::DisplayPanel</name>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
    <message>
        <source>For the screen alone: exports, measurements and profiles of gray values stay as they are.</source>
        <translation>画面のみに影響します。書き出し、測定、グレー値プロファイルは変わりません。</translation>
    </message>
    <message>
        <source>&amp;Brightness:</source>
        <translation>明るさ(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Contrast:</source>
        <translation>コントラスト(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Gamma:</source>
        <translation>ガンマ(&amp;G):</translation>
    </message>
</context>
<context>
    <name>isostain::EmptyPage</name>
    <message>
        <source>Open a slide to begin</source>
        <translation>スライドを開いて始めましょう</translation>
    </message>
    <message>
        <source>Drop a whole-slide image or a picture here, or choose one from your disk. You then see it as it was scanned; pick a stain profile to see the normalized view beside it.</source>
        <translation>ホールスライド画像または画像をここにドロップするか、ディスクから選択してください。まずスキャンしたままの姿が表示されます。染色プロファイルを選ぶと、正規化した表示が隣に並びます。</translation>
    </message>
    <message>
        <source>&amp;Open a Slide…</source>
        <translation>スライドを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>デモスライドを作成(&amp;D)</translation>
    </message>
    <message>
        <source>Generates a slide of artificial tissue to try the program with</source>
        <translation>プログラムを試すための人工組織のスライドを生成します</translation>
    </message>
    <message>
        <source>Recent slides</source>
        <translation>最近のスライド</translation>
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
        <translation>別のスライドを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技術的な詳細</translation>
    </message>
    <message>
        <source>&amp;Back to %1</source>
        <translation>%1 に戻る(&amp;B)</translation>
    </message>
</context>
<context>
    <name>isostain::ExportButtons</name>
    <message>
        <source>Open Fol&amp;der</source>
        <translation>フォルダーを開く(&amp;D)</translation>
    </message>
    <message>
        <source>Sho&amp;w Report</source>
        <translation>レポートを表示(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Retry Failed</source>
        <translation>失敗分を再試行(&amp;R)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>書き出し(&amp;X)</translation>
    </message>
    <message>
        <source>Pau&amp;se</source>
        <translation>一時停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>What became of every slide, with thumbnails before and after</source>
        <translation>各スライドの結果と、前後のサムネイル</translation>
    </message>
    <message>
        <source>Re&amp;sume</source>
        <translation>再開(&amp;S)</translation>
    </message>
</context>
<context>
    <name>isostain::ExportController</name>
    <message>
        <source>Stop the Export and Close?</source>
        <translation>書き出しを中止して閉じますか?</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>中止して閉じる</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>書き出しを続ける</translation>
    </message>
</context>
<context>
    <name>isostain::ExportDialog</name>
    <message>
        <source>none: choose a stain profile in the main window first</source>
        <translation>なし: 先にメインウィンドウで染色プロファイルを選択してください</translation>
    </message>
    <message>
        <source>unnamed profile</source>
        <translation>名前のないプロファイル</translation>
    </message>
    <message>
        <source>Export Normalized Slides</source>
        <translation>正規化したスライドの書き出し</translation>
    </message>
    <message>
        <source>The slides are written here, with a journal by which an export is resumed. The folder is created when it is missing.</source>
        <translation>スライドはここに、書き出しを再開するための記録とともに書き込まれます。フォルダーがなければ作成します。</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>選択(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Names:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>フォルダー(&amp;F):</translation>
    </message>
    <message>
        <source>Stain profile:</source>
        <translation>染色プロファイル:</translation>
    </message>
    <message>
        <source>Searching for slides…</source>
        <translation>スライドを探しています…</translation>
    </message>
    <message>
        <source>No further slides were found there.</source>
        <translation>そこにほかのスライドは見つかりませんでした。</translation>
    </message>
    <message>
        <source>After a crash this export could not be resumed. %1</source>
        <translation>クラッシュ後、この書き出しは再開できません。%1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Stop the Export?</source>
        <translation>書き出しを中止しますか?</translation>
    </message>
    <message>
        <source>Stop Export</source>
        <translation>書き出しを中止</translation>
    </message>
    <message>
        <source>Keep Exporting</source>
        <translation>書き出しを続ける</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>フォルダーを選択</translation>
    </message>
    <message>
        <source>The folder %1 could not be shown. Open it with your file manager.</source>
        <translation>フォルダー %1 を表示できませんでした。ファイルマネージャーで開いてください。</translation>
    </message>
    <message>
        <source>The report could not be shown. Open %1 with a web browser.</source>
        <translation>レポートを表示できませんでした。ウェブブラウザーで %1 を開いてください。</translation>
    </message>
    <message>
        <source>Add slides, or folders of slides, to export.</source>
        <translation>書き出すスライド、またはスライドのフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>Choose a stain profile in the main window first.</source>
        <translation>先にメインウィンドウで染色プロファイルを選択してください。</translation>
    </message>
    <message>
        <source>Choose the folder to write to.</source>
        <translation>書き込み先のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Correct the pattern of the names.</source>
        <translation>名前のパターンを修正してください。</translation>
    </message>
    <message>
        <source>What the view shows is a part of one slide. Choose another area, or leave only that slide in the list.</source>
        <translation>表示中の範囲は 1 枚のスライドの一部です。別の範囲を選ぶか、リストにそのスライドだけを残してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported.</source>
        <translation>
            <numerusform>スライド %n 枚を書き出しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) exported before.</source>
        <translation>
            <numerusform>スライド %n 枚は以前に書き出し済みです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) failed.</source>
        <translation>
            <numerusform>スライド %n 枚が失敗しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s) to export.</source>
        <translation>
            <numerusform>書き出すスライド %n 枚。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::ExportForecastLabel</name>
    <message>
        <source>Working out how much space is needed…</source>
        <translation>必要な容量を計算しています…</translation>
    </message>
    <message>
        <source>Everything in the list was exported before.</source>
        <translation>リストのものはすべて以前に書き出し済みです。</translation>
    </message>
    <message>
        <source>About %1 will be written.</source>
        <translation>約 %1 が書き込まれます。</translation>
    </message>
    <message>
        <source>About %1 will be written; %2 are free.</source>
        <translation>約 %1 が書き込まれます。空きは %2 です。</translation>
    </message>
    <message>
        <source>About %1 are needed, but only %2 are free. Free some space, choose another folder, or export less.</source>
        <translation>約 %1 必要ですが、空きは %2 しかありません。空き容量を確保するか、別のフォルダーを選ぶか、書き出しを減らしてください。</translation>
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
        <translation>{name} はスライドの名前、{profile} は染色プロファイルの名前です</translation>
    </message>
    <message>
        <source>Names files by the content of their slide, and no slide in the journal and the report beside them. Until an export has ended, its list of slides is kept in your own account, so that it can be resumed.</source>
        <translation>ファイルにスライドの内容から名前を付け、記録とレポートにもスライド名を残しません。書き出しが終わるまで、再開できるようにスライドのリストをご自分のアカウントに保管します。</translation>
    </message>
    <message>
        <source>Named by content, such as %1</source>
        <translation>内容から命名、例: %1</translation>
    </message>
    <message>
        <source>A name is made of {name}, {profile} and other text without slashes.</source>
        <translation>名前は {name}、{profile}、およびスラッシュを含まない文字で構成します。</translation>
    </message>
</context>
<context>
    <name>isostain::ExportOptionsForm</name>
    <message>
        <source>Whole slide</source>
        <translation>スライド全体</translation>
    </message>
    <message>
        <source>Around the tissue</source>
        <translation>組織の周囲</translation>
    </message>
    <message>
        <source>What the view shows</source>
        <translation>表示中の範囲</translation>
    </message>
    <message>
        <source>As in the slide</source>
        <translation>スライドと同じ</translation>
    </message>
    <message>
        <source>Half</source>
        <translation>半分</translation>
    </message>
    <message>
        <source>A quarter</source>
        <translation>4 分の 1</translation>
    </message>
    <message>
        <source>%1 (%2x)</source>
        <translation>%1 (%2x)</translation>
    </message>
    <message>
        <source>As it was begun</source>
        <translation>開始時と同じ</translation>
    </message>
    <message>
        <source>1 to 100: higher looks better and takes more space. Scanners use 70 to 90.</source>
        <translation>1 から 100: 高いほど美しく、容量が増えます。スキャナーでは 70 から 90 が使われます。</translation>
    </message>
    <message>
        <source>A coarser export takes a quarter of the space for each step</source>
        <translation>1 段階粗くするごとに、書き出しの容量は 4 分の 1 になります</translation>
    </message>
    <message>
        <source>Replace files that e&amp;xist already</source>
        <translation>既存のファイルを置き換える(&amp;X)</translation>
    </message>
    <message>
        <source>Slides that an earlier export with these options has finished are never written again</source>
        <translation>以前の書き出しがこのオプションで完了したスライドは、書き込み直しません</translation>
    </message>
    <message>
        <source>More o&amp;ptions</source>
        <translation>その他のオプション(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quality:</source>
        <translation>画質(&amp;Q):</translation>
    </message>
    <message>
        <source>Ma&amp;gnification:</source>
        <translation>倍率(&amp;G):</translation>
    </message>
    <message>
        <source>Fo&amp;rmat:</source>
        <translation>形式(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Compression:</source>
        <translation>圧縮(&amp;C):</translation>
    </message>
    <message>
        <source>Ar&amp;ea:</source>
        <translation>範囲(&amp;E):</translation>
    </message>
    <message>
        <source>How finely JPEG stores color. Half resolution is what most scanners use; full resolution keeps small colored details and takes more space.</source>
        <translation>JPEG が色を保存する細かさ。半分の解像度は多くのスキャナーが使うものです。完全な解像度は色の付いた小さな細部を保ち、容量が増えます。</translation>
    </message>
    <message>
        <source>%1 × %1 pixels</source>
        <translation>%1 × %1 ピクセル</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>プロセッサーのコアごとに 1 つ（%1）</translation>
    </message>
    <message>
        <source>&amp;JPEG color:</source>
        <translation>JPEG の色(&amp;J):</translation>
    </message>
    <message>
        <source>&amp;Tile size:</source>
        <translation>タイルサイズ(&amp;T):</translation>
    </message>
    <message>
        <source>T&amp;hreads:</source>
        <translation>スレッド(&amp;H):</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>Only of the slide that is open</source>
        <translation>開いているスライドのみ</translation>
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
        <translation>スライド %1 / %2</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>%1 megapixels per second</source>
        <translation>毎秒 %1 メガピクセル</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
</context>
<context>
    <name>isostain::ExportQueue</name>
    <message>
        <source>Slide</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Done: %1 in %2 s</source>
        <translation>完了: %1、%2 秒</translation>
    </message>
    <message>
        <source>Exported before: %1</source>
        <translation>以前に書き出し済み: %1</translation>
    </message>
    <message>
        <source>%1 About %2 are needed, %3 are free.</source>
        <translation>%1 約 %2 必要です。空きは %3 です。</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>isostain::ExportSlideList</name>
    <message>
        <source>&amp;Add Slides…</source>
        <translation>スライドを追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Add F&amp;older…</source>
        <translation>フォルダーを追加(&amp;O)…</translation>
    </message>
    <message>
        <source>Adds every slide in a folder and in the folders below it</source>
        <translation>フォルダーとその下位フォルダーにあるすべてのスライドを追加します</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>取り除く(&amp;M)</translation>
    </message>
    <message>
        <source>Open Res&amp;ult</source>
        <translation>結果を開く(&amp;U)</translation>
    </message>
    <message>
        <source>Shows the exported slide in the viewer</source>
        <translation>書き出したスライドをビューアーに表示します</translation>
    </message>
    <message>
        <source>Slides to export</source>
        <translation>書き出すスライド</translation>
    </message>
    <message>
        <source>Drop slides or folders of slides here</source>
        <translation>スライドまたはスライドのフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>Add Slides</source>
        <translation>スライドを追加</translation>
    </message>
    <message>
        <source>Add a Folder of Slides</source>
        <translation>スライドのフォルダーを追加</translation>
    </message>
</context>
<context>
    <name>isostain::FigureBrowser</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>画像を読み取り中…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>図</translation>
    </message>
    <message>
        <source>There is nothing to draw yet.</source>
        <translation>まだ描くものがありません。</translation>
    </message>
</context>
<context>
    <name>isostain::FigurePanel</name>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存しました</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the figure as a picture</source>
        <translation>図を画像としてコピーします</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>値をコピー(&amp;V)</translation>
    </message>
    <message>
        <source>Copies the numbers behind the figure as CSV</source>
        <translation>図の元になる数値を CSV としてコピーします</translation>
    </message>
    <message>
        <source>&amp;Save As…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saves the figure as PNG, SVG or PDF, or its numbers as CSV</source>
        <translation>図を PNG、SVG、PDF として、または数値を CSV として保存します</translation>
    </message>
    <message>
        <source>C&amp;hart Alone</source>
        <translation>グラフのみ(&amp;H)</translation>
    </message>
    <message>
        <source>Shows the chart without the pictures, to read its values</source>
        <translation>値を読むために、画像なしでグラフだけを表示します</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>拡大（+）</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>縮小（-）</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>全体(&amp;F)</translation>
    </message>
    <message>
        <source>Shows everything (0)</source>
        <translation>全体を表示します（0）</translation>
    </message>
    <message>
        <source>Save the Figure</source>
        <translation>図を保存</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 図 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文書 (*.pdf)</translation>
    </message>
    <message>
        <source>Numbers (*.csv)</source>
        <translation>数値 (*.csv)</translation>
    </message>
</context>
<context>
    <name>isostain::FitNotices</name>
    <message>
        <source>It was trained on generated tissue for demo slides. On this slide its colors mean nothing: choose a profile made for slides like this one, or none.</source>
        <translation>これはデモスライド用に、生成された組織で学習されました。このスライドでは色に意味がありません。このようなスライド用のプロファイルを選ぶか、なしにしてください。</translation>
    </message>
    <message>
        <source>Colors outside the training: unknown</source>
        <translation>学習範囲外の色: 不明</translation>
    </message>
    <message>
        <source>Less than %1 % of the tissue has colors outside the training</source>
        <translation>組織の %1 % 未満に学習範囲外の色があります</translation>
    </message>
    <message>
        <source>%1 % of the tissue has colors outside the training</source>
        <translation>組織の %1 % に学習範囲外の色があります</translation>
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
        <translation>フォルダー内のスライド</translation>
    </message>
    <message>
        <source>Choose a Folder of Slides</source>
        <translation>スライドのフォルダーを選択</translation>
    </message>
</context>
<context>
    <name>isostain::FolderPanel</name>
    <message>
        <source>&amp;Folder…</source>
        <translation>フォルダー(&amp;F)…</translation>
    </message>
    <message>
        <source>Lists the slides of another folder</source>
        <translation>別のフォルダーのスライドを一覧にします</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>表計算用に表をコピーします</translation>
    </message>
    <message>
        <source>Slides that have been read</source>
        <translation>読み取り済みのスライド</translation>
    </message>
    <message>
        <source>Slides of the folder</source>
        <translation>フォルダーのスライド</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>フォルダーなし</translation>
    </message>
    <message>
        <source>Open a slide, or choose a folder of slides.</source>
        <translation>スライドを開くか、スライドのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Looking for slides…</source>
        <translation>スライドを探しています…</translation>
    </message>
    <message>
        <source>There are no slides in this folder.</source>
        <translation>このフォルダーにスライドはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n slide(s) read</source>
        <translation>
            <numerusform>スライド %n 枚中 %1 枚を読み取り済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n slide(s)</source>
        <translation>
            <numerusform>スライド %n 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::FolderSlides</name>
    <message>
        <source>reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>読み取り不能</translation>
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
        <translation>スライド</translation>
    </message>
    <message>
        <source>Double click or Enter opens it</source>
        <translation>ダブルクリックまたは Enter で開きます</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Share of the slide that is tissue, without glass, pen marks and folds</source>
        <translation>スライドに占める組織の割合。ガラス、ペンの印、しわを除きます</translation>
    </message>
    <message>
        <source>Hematoxylin</source>
        <translation>ヘマトキシリン</translation>
    </message>
    <message>
        <source>Its color and its largest amount (99th percentile) in this slide, by Macenko&apos;s method</source>
        <translation>このスライドでのその色と最大量（99 パーセンタイル）、Macenko 法による</translation>
    </message>
    <message>
        <source>Eosin</source>
        <translation>エオジン</translation>
    </message>
    <message>
        <source>Mean color</source>
        <translation>平均色</translation>
    </message>
    <message>
        <source>Mean color of the tissue, CIE Lab</source>
        <translation>組織の平均色、CIE Lab</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Of the mean color from the median of the folder (CIE ΔE*ab): large where a slide is stained unlike the others</source>
        <translation>平均色とフォルダーの中央値との差（CIE ΔE*ab）: ほかと異なる染色のスライドで大きくなります</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileController</name>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
</context>
<context>
    <name>isostain::GrayProfileDock</name>
    <message>
        <source>Gray Value Profile</source>
        <translation>グレー値プロファイル</translation>
    </message>
</context>
<context>
    <name>isostain::InterruptedBar</name>
    <message>
        <source>Resume training…</source>
        <translation>学習を再開…</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>“Resume Training…” in the menu Normalization does it then</source>
        <translation>後からは「正規化」メニューの「学習を再開…」で行えます</translation>
    </message>
    <message>
        <source>The training “%1” was interrupted. It can be gone on with where it was.</source>
        <translation>学習「%1」が中断されました。中断した所から続けられます。</translation>
    </message>
    <message numerus="yes">
        <source>%n trainings were interrupted. They can be gone on with where they were.</source>
        <translation>
            <numerusform>%n 件の学習が中断されました。中断した所から続けられます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::LossCharts</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
</context>
<context>
    <name>isostain::MainWindow</name>
    <message>
        <source>Slides and pictures (%1)</source>
        <translation>スライドと画像（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>A&amp;rrange Panes</source>
        <translation>ペインの配置(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Magnification</source>
        <translation>倍率(&amp;M)</translation>
    </message>
    <message>
        <source>Orien&amp;tation</source>
        <translation>向き(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Normalization</source>
        <translation>正規化(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>アノテーション(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Drawn without graphics acceleration</source>
        <translation>グラフィックアクセラレーションなしで描画</translation>
    </message>
    <message>
        <source>The demo slide is ready: “Make a Demo Slide” opens it</source>
        <translation>デモスライドの準備ができました。「デモスライドを作成」で開けます</translation>
    </message>
    <message>
        <source>Placed as %1 says</source>
        <translation>%1 に従って配置しました</translation>
    </message>
    <message>
        <source>The alignment is saved as %1</source>
        <translation>位置合わせを %1 として保存しました</translation>
    </message>
    <message>
        <source>The annotations are saved as %1</source>
        <translation>アノテーションを %1 として保存しました</translation>
    </message>
    <message numerus="yes">
        <source>%n annotations read from %1</source>
        <translation>
            <numerusform>%1 から %n 個のアノテーションを読み込みました</numerusform>
        </translation>
    </message>
    <message>
        <source>The view is copied</source>
        <translation>表示をコピーしました</translation>
    </message>
    <message>
        <source>The view is saved as %1</source>
        <translation>表示を %1 として保存しました</translation>
    </message>
    <message>
        <source>Open a Slide</source>
        <translation>スライドを開く</translation>
    </message>
    <message>
        <source>Open a Second Scan of This Glass</source>
        <translation>このガラスの 2 つ目のスキャンを開く</translation>
    </message>
    <message>
        <source>Choose a Stain Profile</source>
        <translation>染色プロファイルを選択</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>染色プロファイルとチェックポイント（%1）</translation>
    </message>
    <message>
        <source>Preparing the stain profile… %1 %</source>
        <translation>染色プロファイルを準備中… %1 %</translation>
    </message>
    <message>
        <source>Making a demo slide… %1 %</source>
        <translation>デモスライドを作成中… %1 %</translation>
    </message>
    <message>
        <source>Fitting the reference…</source>
        <translation>参照をフィット中…</translation>
    </message>
    <message>
        <source>Opening the second scan…</source>
        <translation>2 つ目のスキャンを開いています…</translation>
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
        <translation>スライドの全体図</translation>
    </message>
    <message>
        <source>Click or drag to go there</source>
        <translation>クリックまたはドラッグでそこへ移動</translation>
    </message>
</context>
<context>
    <name>isostain::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>isostain::OpeningPage</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>isostain::OrientationController</name>
    <message>
        <source>Shows the slide upright again</source>
        <translation>スライドを正立に戻します</translation>
    </message>
    <message>
        <source>Turned by %1°</source>
        <translation>%1° 回転</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>鏡像</translation>
    </message>
    <message>
        <source>Mirrored, %1</source>
        <translation>鏡像、%1</translation>
    </message>
</context>
<context>
    <name>isostain::PagesWindow</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>isostain::PaneHeader</name>
    <message>
        <source>Close this pane</source>
        <translation>このペインを閉じる</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What this pane shows: %1</source>
        <translation>このペインの表示: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PaneMenu</name>
    <message>
        <source>&amp;Open a Second Scan of This Glass…</source>
        <translation>このガラスの 2 つ目のスキャンを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Align the Second Scan…</source>
        <translation>2 つ目のスキャンを位置合わせ(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Load an Alignment…</source>
        <translation>位置合わせを読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve the Alignment…</source>
        <translation>位置合わせを保存(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Close This Pane</source>
        <translation>このペインを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Align the scan first.</source>
        <translation>先にスキャンを位置合わせしてください。</translation>
    </message>
</context>
<context>
    <name>isostain::PaneSet</name>
    <message>
        <source>Source</source>
        <translation>元画像</translation>
    </message>
</context>
<context>
    <name>isostain::ParameterForm</name>
    <message>
        <source>Another number gives other random choices; the same one repeats them</source>
        <translation>別の数にすると無作為な選択が変わり、同じ数なら同じ選択が繰り返されます</translation>
    </message>
</context>
<context>
    <name>isostain::PastStudiesWindow</name>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 中 %1 完了</translation>
    </message>
    <message>
        <source>Past Trainings</source>
        <translation>過去の学習</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比較(&amp;C)</translation>
    </message>
    <message>
        <source>Losses and measurements of two or more studies side by side</source>
        <translation>2 件以上の研究の損失と測定値を並べて表示します</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>削除(&amp;D)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Looking for studies…</source>
        <translation>研究を探しています…</translation>
    </message>
    <message>
        <source>There are no studies in %1.</source>
        <translation>%1 に研究はありません。</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>結果を読み取り中…</translation>
    </message>
    <message>
        <source>“%1” is deleted for good, with everything that it has trained and measured. Profiles that you have kept stay.</source>
        <translation>「%1」は、学習と測定の結果すべてとともに完全に削除されます。保存したプロファイルは残ります。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies are deleted for good, with everything that they have trained and measured. Profiles that you have kept stay.</source>
        <translation>
            <numerusform>%n 件の研究は、学習と測定の結果すべてとともに完全に削除されます。保存したプロファイルは残ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete Studies?</source>
        <translation>研究を削除しますか?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>残す(&amp;K)</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>削除中…</translation>
    </message>
</context>
<context>
    <name>isostain::PathField</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>選択: %1</translation>
    </message>
</context>
<context>
    <name>isostain::PlanPage</name>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>&amp;Methods to compare</source>
        <translation>比較する手法(&amp;M)</translation>
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
        <translation>分類器(&amp;C)</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>What is trained and compared, and what that takes on this computer.</source>
        <translation>何を学習し比較するか、このコンピューターでどれだけかかるか。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>&amp;Reset parameters</source>
        <translation>パラメーターをリセット(&amp;R)</translation>
    </message>
    <message>
        <source>Takes the preset&apos;s values again</source>
        <translation>プリセットの値に戻します</translation>
    </message>
    <message>
        <source>&amp;Preset:</source>
        <translation>プリセット(&amp;P):</translation>
    </message>
    <message>
        <source>Source, untouched</source>
        <translation>元画像、未処理</translation>
    </message>
    <message>
        <source>Width of the generators:</source>
        <translation>生成器の幅:</translation>
    </message>
    <message>
        <source>Channels of the first layer; the paper has 64</source>
        <translation>最初の層のチャンネル数。論文では 64</translation>
    </message>
    <message>
        <source>Residual blocks:</source>
        <translation>残差ブロック:</translation>
    </message>
    <message>
        <source>Width of the discriminators:</source>
        <translation>識別器の幅:</translation>
    </message>
    <message>
        <source>Halvings of the discriminators:</source>
        <translation>識別器の半減回数:</translation>
    </message>
    <message>
        <source>3 look at patches of 70×70 pixels, as published</source>
        <translation>3 で論文どおり 70×70 ピクセルのパッチを見ます</translation>
    </message>
    <message>
        <source>Crop, pixels:</source>
        <translation>切り抜き、ピクセル:</translation>
    </message>
    <message>
        <source>Side of the squares cut from each image; a multiple of 4</source>
        <translation>各画像から切り出す正方形の辺。4 の倍数</translation>
    </message>
    <message>
        <source>Images per step:</source>
        <translation>ステップごとの画像数:</translation>
    </message>
    <message>
        <source>Epochs of constant rate:</source>
        <translation>学習率一定のエポック:</translation>
    </message>
    <message>
        <source>Epochs of falling rate:</source>
        <translation>学習率低下のエポック:</translation>
    </message>
    <message>
        <source>With the schedule of the published code alone</source>
        <translation>公開コードのスケジュールでのみ使用</translation>
    </message>
    <message>
        <source>Steps per epoch:</source>
        <translation>エポックごとのステップ数:</translation>
    </message>
    <message>
        <source>0: as many as show every image once</source>
        <translation>0: すべての画像を 1 回ずつ見せる数</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>スケジュール:</translation>
    </message>
    <message>
        <source>As in the paper: constant, then stop</source>
        <translation>論文どおり: 一定、その後終了</translation>
    </message>
    <message>
        <source>As in the published code: constant, then falling</source>
        <translation>公開コードどおり: 一定、その後低下</translation>
    </message>
    <message>
        <source>Generators begin:</source>
        <translation>生成器の初期状態:</translation>
    </message>
    <message>
        <source>Random, as published</source>
        <translation>乱数、論文どおり</translation>
    </message>
    <message>
        <source>Copying the image</source>
        <translation>画像のコピー</translation>
    </message>
    <message>
        <source>Copying needs a width of 12 or more</source>
        <translation>コピーには 12 以上の幅が必要です</translation>
    </message>
    <message>
        <source>Warm-up steps:</source>
        <translation>ウォームアップのステップ数:</translation>
    </message>
    <message>
        <source>First steps with the identity loss alone</source>
        <translation>最初のステップは恒等損失のみ</translation>
    </message>
    <message>
        <source>Learning rate:</source>
        <translation>学習率:</translation>
    </message>
    <message>
        <source>Adam, beta 1:</source>
        <translation>Adam、beta 1:</translation>
    </message>
    <message>
        <source>Adam, beta 2:</source>
        <translation>Adam、beta 2:</translation>
    </message>
    <message>
        <source>Weight of the cycle loss:</source>
        <translation>サイクル損失の重み:</translation>
    </message>
    <message>
        <source>Weight of the identity loss:</source>
        <translation>恒等損失の重み:</translation>
    </message>
    <message>
        <source>Past results shown again:</source>
        <translation>再提示する過去の結果数:</translation>
    </message>
    <message>
        <source>Steps per point of the curves:</source>
        <translation>曲線の 1 点あたりのステップ数:</translation>
    </message>
    <message>
        <source>Minutes between saves, at most:</source>
        <translation>保存の間隔の上限（分）:</translation>
    </message>
    <message>
        <source>Device:</source>
        <translation>デバイス:</translation>
    </message>
    <message>
        <source>Graphics card where there is one</source>
        <translation>あればグラフィックカード</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>Precision on a graphics card:</source>
        <translation>グラフィックカードでの精度:</translation>
    </message>
    <message>
        <source>bfloat16 where it has it</source>
        <translation>対応していれば bfloat16</translation>
    </message>
    <message>
        <source>float32</source>
        <translation>float32</translation>
    </message>
    <message>
        <source>Seed:</source>
        <translation>乱数シード:</translation>
    </message>
    <message>
        <source>Recipe:</source>
        <translation>レシピ:</translation>
    </message>
    <message>
        <source>Fast: shuffled pixels, Adam</source>
        <translation>高速: シャッフルしたピクセル、Adam</translation>
    </message>
    <message>
        <source>As published: crops, SGD</source>
        <translation>論文どおり: 切り抜き、SGD</translation>
    </message>
    <message>
        <source>Channels:</source>
        <translation>チャンネル数:</translation>
    </message>
    <message>
        <source>Between the layers; the paper has 32</source>
        <translation>層の間のもの。論文では 32</translation>
    </message>
    <message>
        <source>Weight of keeping white:</source>
        <translation>白の保持の重み:</translation>
    </message>
    <message>
        <source>Steps (fast):</source>
        <translation>ステップ数（高速）:</translation>
    </message>
    <message>
        <source>Pixels per step (fast):</source>
        <translation>ステップごとのピクセル数（高速）:</translation>
    </message>
    <message>
        <source>Learning rate (fast):</source>
        <translation>学習率（高速）:</translation>
    </message>
    <message>
        <source>Epochs (published):</source>
        <translation>エポック（論文）:</translation>
    </message>
    <message>
        <source>Learning rate (published):</source>
        <translation>学習率（論文）:</translation>
    </message>
    <message>
        <source>Images per step (published):</source>
        <translation>ステップごとの画像数（論文）:</translation>
    </message>
    <message>
        <source>Crop, pixels (published):</source>
        <translation>切り抜き、ピクセル（論文）:</translation>
    </message>
    <message>
        <source>Epochs between tests (published):</source>
        <translation>テストの間隔、エポック（論文）:</translation>
    </message>
    <message>
        <source>Squares measured, pixels:</source>
        <translation>測定する正方形、ピクセル:</translation>
    </message>
    <message>
        <source>Test images are measured in squares of this side; 0: whole images</source>
        <translation>テスト画像はこの辺の正方形で測定します。0: 画像全体</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>エポック:</translation>
    </message>
    <message>
        <source>Weight decay:</source>
        <translation>重み減衰:</translation>
    </message>
    <message>
        <source>As in the published code: two steps</source>
        <translation>公開コードどおり: 2 段階</translation>
    </message>
    <message>
        <source>As in the paper: cosine</source>
        <translation>論文どおり: コサイン</translation>
    </message>
    <message>
        <source>Layers trained:</source>
        <translation>学習する層:</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>The last one</source>
        <translation>最後の層</translation>
    </message>
    <message>
        <source>Images resampled to, pixels:</source>
        <translation>画像の再サンプリング先、ピクセル:</translation>
    </message>
    <message>
        <source>0: taken as they are; else at least 17</source>
        <translation>0: そのまま使用。それ以外は 17 以上</translation>
    </message>
    <message>
        <source>Width of an untrained network:</source>
        <translation>未学習ネットワークの幅:</translation>
    </message>
    <message>
        <source>Repeats:</source>
        <translation>繰り返し:</translation>
    </message>
    <message>
        <source>Choose what the study does.</source>
        <translation>研究で行うことを選択してください。</translation>
    </message>
    <message>
        <source>There is not enough space where the study is kept. Free some, or choose another folder on the first page.</source>
        <translation>研究の保存先に十分な空きがありません。空き容量を確保するか、最初のページで別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Measuring how long it takes on this computer…</source>
        <translation>このコンピューターでかかる時間を測定中…</translation>
    </message>
    <message>
        <source>the processor</source>
        <translation>プロセッサー</translation>
    </message>
    <message>
        <source>In all about %1 on %2, and %3 on the disk.</source>
        <translation>全部で約 %1（%2）、ディスクは %3。</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>空きは %1 です。</translation>
    </message>
    <message>
        <source>How long it takes is not known. %1</source>
        <translation>かかる時間は不明です。%1</translation>
    </message>
</context>
<context>
    <name>isostain::PreviewPanel</name>
    <message>
        <source>Previews</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Previews appear when the networks have learned a while.</source>
        <translation>ネットワークの学習がしばらく進むと、プレビューが表示されます。</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileChart</name>
    <message>
        <source>Gray value</source>
        <translation>グレー値</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileInspector</name>
    <message>
        <source>Looks like red %1, green %2, blue %3 on the slide</source>
        <translation>スライド上では赤 %1、緑 %2、青 %3 に見えます</translation>
    </message>
    <message>
        <source>What is in the stain profile</source>
        <translation>染色プロファイルの内容</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManager</name>
    <message>
        <source>Published H&amp;E colors; needs no image of yours</source>
        <translation>公表済みの H&amp;E の色。ご自分の画像は必要ありません</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>使用できません</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Import Stain Profiles</source>
        <translation>染色プロファイルをインポート</translation>
    </message>
    <message>
        <source>Stain profiles and checkpoints (%1)</source>
        <translation>染色プロファイルとチェックポイント（%1）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileManagerDialog</name>
    <message>
        <source>Bundled</source>
        <translation>付属</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>公表済み H&amp;E 参照</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
    <message>
        <source>No profiles of yours yet: import one</source>
        <translation>まだご自分のプロファイルがありません。インポートしてください</translation>
    </message>
    <message>
        <source>Stain Profiles</source>
        <translation>染色プロファイル</translation>
    </message>
    <message>
        <source>Stain profiles</source>
        <translation>染色プロファイル</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>インポート(&amp;I)…</translation>
    </message>
    <message>
        <source>Takes stain profiles and StainNet checkpoints into the library</source>
        <translation>染色プロファイルと StainNet チェックポイントをライブラリに取り込みます</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>名前の変更(&amp;R)</translation>
    </message>
    <message>
        <source>Changes the name of a profile of the library (F2)</source>
        <translation>ライブラリのプロファイルの名前を変更します（F2）</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Moves a profile of the library to the trash (Del)</source>
        <translation>ライブラリのプロファイルをゴミ箱に移します（Del）</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>テキストとしてコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies everything shown here, with all digits</source>
        <translation>ここに表示されたすべてを、全桁でコピーします</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>Normalizes the slide in the main window with this profile</source>
        <translation>メインウィンドウのスライドをこのプロファイルで正規化します</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Choose a stain profile to see what is in it.</source>
        <translation>染色プロファイルを選ぶと、その内容が表示されます。</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 を読み取り中…</translation>
    </message>
    <message>
        <source>Delete for Good?</source>
        <translation>完全に削除しますか?</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash. If it is deleted for good, it cannot be brought back.</source>
        <translation>%1 をゴミ箱に移せませんでした。完全に削除すると元に戻せません。</translation>
    </message>
    <message>
        <source>Delete for Good</source>
        <translation>完全に削除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
</context>
<context>
    <name>isostain::ProfileMenu</name>
    <message>
        <source>&amp;Profile</source>
        <translation>プロファイル(&amp;P)</translation>
    </message>
    <message>
        <source>None (source only)</source>
        <translation>なし（元画像のみ）</translation>
    </message>
    <message>
        <source>Shows the slide as it was scanned</source>
        <translation>スキャンしたままのスライドを表示します</translation>
    </message>
    <message>
        <source>&amp;Browse for a Profile…</source>
        <translation>プロファイルを参照(&amp;B)…</translation>
    </message>
    <message>
        <source>Published H&amp;E Reference</source>
        <translation>公表済み H&amp;E 参照</translation>
    </message>
    <message>
        <source>Bundled</source>
        <translation>付属</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePicker</name>
    <message>
        <source>Stain profile</source>
        <translation>染色プロファイル</translation>
    </message>
    <message>
        <source>Source only</source>
        <translation>元画像のみ</translation>
    </message>
    <message>
        <source>Choose a stain profile to see the normalized view</source>
        <translation>染色プロファイルを選ぶと、正規化した表示が見られます</translation>
    </message>
    <message>
        <source>Normalized with the stain profile %1</source>
        <translation>染色プロファイル %1 で正規化</translation>
    </message>
</context>
<context>
    <name>isostain::ProfilePlot</name>
    <message>
        <source>Whole line</source>
        <translation>線の全体</translation>
    </message>
    <message>
        <source>Show the whole line and all gray values (Home)</source>
        <translation>線の全体とすべてのグレー値を表示します（Home）</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Save the chart as a picture, a drawing or a table</source>
        <translation>グラフを画像、図、または表として保存します</translation>
    </message>
    <message>
        <source>Drag a line across the tissue</source>
        <translation>組織を横切る線をドラッグしてください</translation>
    </message>
    <message>
        <source>Gray values along the line</source>
        <translation>線に沿ったグレー値</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Gray values are averaged across the line over this many pixels</source>
        <translation>グレー値は、線を横切る方向にこのピクセル数で平均されます</translation>
    </message>
    <message>
        <source>Width of the line</source>
        <translation>線の幅</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>幅(&amp;W):</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the chart or its values</source>
        <translation>グラフまたはその値をコピーします</translation>
    </message>
    <message>
        <source>Copy &amp;Image</source>
        <translation>画像をコピー(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;Values</source>
        <translation>値をコピー(&amp;V)</translation>
    </message>
    <message>
        <source>Save the Gray Value Profile</source>
        <translation>グレー値プロファイルを保存</translation>
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
        <translation>プロパティ</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Slide Properties</source>
        <translation>スライドのプロパティ</translation>
    </message>
    <message>
        <source>not stated in the file</source>
        <translation>ファイルに記載なし</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>ファイル:</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>形式:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>サイズ:</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 pixels, %n level(s)</source>
        <translation>
            <numerusform>%1 × %2 ピクセル、%n レベル</numerusform>
        </translation>
    </message>
    <message>
        <source>Pixel size:</source>
        <translation>ピクセルサイズ:</translation>
    </message>
    <message>
        <source>%1 × %2 µm</source>
        <translation>%1 × %2 µm</translation>
    </message>
    <message>
        <source>Objective:</source>
        <translation>対物レンズ:</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Color profile:</source>
        <translation>カラープロファイル:</translation>
    </message>
    <message>
        <source>Search names and values</source>
        <translation>名前と値を検索</translation>
    </message>
</context>
<context>
    <name>isostain::RecentMenu</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使ったスライドを開く(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (not found)</source>
        <translation>%1（見つかりません）</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>リストを消去(&amp;C)</translation>
    </message>
</context>
<context>
    <name>isostain::ReferenceMaker</name>
    <message>
        <source>&amp;Use This Region as the Reference</source>
        <translation>この領域を参照として使う(&amp;U)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 から %2</translation>
    </message>
    <message>
        <source>Use This Region as the Reference</source>
        <translation>この領域を参照として使う</translation>
    </message>
    <message>
        <source>Name of the stain profile that brings slides to the colors of this region:</source>
        <translation>スライドをこの領域の色にする染色プロファイルの名前:</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>同じ名前のプロファイルが既にあります。別の名前を選んでください。</translation>
    </message>
</context>
<context>
    <name>isostain::RemarkList</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>The data looks all right.</source>
        <translation>データに問題はなさそうです。</translation>
    </message>
</context>
<context>
    <name>isostain::ResultTable</name>
    <message>
        <source>Show the &amp;paper&apos;s values</source>
        <translation>論文の値を表示(&amp;P)</translation>
    </message>
    <message>
        <source>Kang et al. 2021, Tables 1 to 4: other images, so other numbers</source>
        <translation>Kang ら 2021、表 1 から 4: 画像が異なるため数値も異なります</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copies the table for a spreadsheet</source>
        <translation>表計算用に表をコピーします</translation>
    </message>
    <message>
        <source>* the best of its column</source>
        <translation>* 列の中で最良</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>手法</translation>
    </message>
</context>
<context>
    <name>isostain::ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Name of the stain profile</source>
        <translation>染色プロファイルの名前</translation>
    </message>
    <message>
        <source>&amp;Profile:</source>
        <translation>プロファイル(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Keep as stain profile</source>
        <translation>染色プロファイルとして保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Show on current slide</source>
        <translation>現在のスライドで表示(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>レポートを保存(&amp;R)…</translation>
    </message>
    <message>
        <source>As a web page and as PDF</source>
        <translation>ウェブページと PDF として</translation>
    </message>
    <message>
        <source>What the study found. Keep the trained network as a stain profile to use it on slides.</source>
        <translation>研究の結果です。学習したネットワークを染色プロファイルとして保存すると、スライドに使えます。</translation>
    </message>
    <message>
        <source>Reading the results…</source>
        <translation>結果を読み取り中…</translation>
    </message>
</context>
<context>
    <name>isostain::ResumeBar</name>
    <message>
        <source>Resume…</source>
        <translation>再開…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Forgets the export. Slides that are finished stay where they are.</source>
        <translation>この書き出しを忘れます。完了したスライドはそのまま残ります。</translation>
    </message>
    <message numerus="yes">
        <source>An export was interrupted: %1 of %n slide(s) are left.</source>
        <translation>
            <numerusform>書き出しが中断されました。スライド %n 枚中 %1 枚が残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>An export was interrupted and cannot be resumed. %1</source>
        <translation>書き出しが中断され、再開できません。%1</translation>
    </message>
</context>
<context>
    <name>isostain::RunPage</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>The study began.</source>
        <translation>研究を開始しました。</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Saves what is learned. The study can be gone on with later.</source>
        <translation>学習した内容を保存します。研究は後で続けられます。</translation>
    </message>
    <message>
        <source>Continue in bac&amp;kground</source>
        <translation>バックグラウンドで続ける(&amp;K)</translation>
    </message>
    <message>
        <source>Closes this window; the main window shows how far the training is.</source>
        <translation>このウィンドウを閉じます。学習の進み具合はメインウィンドウに表示されます。</translation>
    </message>
    <message>
        <source>&amp;Resume training</source>
        <translation>学習を再開(&amp;R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>The study runs step by step. It can be paused, or stopped and gone on with later, also after a crash.</source>
        <translation>研究は段階ごとに進みます。一時停止や、停止して後で続けることができ、クラッシュ後も同様です。</translation>
    </message>
    <message>
        <source>The study is running.</source>
        <translation>研究を実行中です。</translation>
    </message>
    <message>
        <source>The study has not finished.</source>
        <translation>研究はまだ終わっていません。</translation>
    </message>
    <message>
        <source>The study is finished.</source>
        <translation>研究が終わりました。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>続行(&amp;G)</translation>
    </message>
    <message>
        <source>Stopping: what is learned is being saved…</source>
        <translation>停止中: 学習した内容を保存しています…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>一時停止中です。</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>実行中です。</translation>
    </message>
    <message>
        <source>Stopped. Everything is saved: “Resume training” goes on where it was.</source>
        <translation>停止しました。すべて保存済みです。「学習を再開」で続きから始められます。</translation>
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
        <translation>%1 ピクセル</translation>
    </message>
    <message>
        <source>Scale bar: %1</source>
        <translation>スケールバー: %1</translation>
    </message>
</context>
<context>
    <name>isostain::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Parts of slides kept in memory, so that they show at once when you come back to them</source>
        <translation>戻ったときにすぐ表示できるよう、メモリに保持するスライドの部分</translation>
    </message>
    <message>
        <source>One per processor core (%1)</source>
        <translation>プロセッサーのコアごとに 1 つ（%1）</translation>
    </message>
    <message>
        <source>&amp;Remember the slides and profiles opened lately</source>
        <translation>最近開いたスライドとプロファイルを記憶する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Open the last slide at the next start, where it was left</source>
        <translation>次回の起動時に前回のスライドを同じ場所で開く(&amp;O)</translation>
    </message>
    <message>
        <source>The number of threads takes effect when Isostain is started again.</source>
        <translation>スレッド数は、Isostain を次に起動したときに反映されます。</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>言語(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Appearance:</source>
        <translation>外観(&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Memory for slides:</source>
        <translation>スライド用のメモリ(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Threads that read slides:</source>
        <translation>スライドを読むスレッド(&amp;T):</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップと同じ</translation>
    </message>
    <message>
        <source>An export or a training is running: choose another language when it has ended</source>
        <translation>書き出しまたは学習が実行中です。終了してから別の言語を選んでください</translation>
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
        <translation>押している間、元画像を表示</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Move the slide</source>
        <translation>スライドを動かす</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>ドラッグ、矢印キー</translation>
    </message>
    <message>
        <source>Turn the slide</source>
        <translation>スライドを回す</translation>
    </message>
    <message>
        <source>Shift and drag, two fingers</source>
        <translation>Shift を押しながらドラッグ、2 本指</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>カーソル位置で拡大縮小</translation>
    </message>
    <message>
        <source>Mouse wheel, pinch, double click</source>
        <translation>マウスホイール、ピンチ、ダブルクリック</translation>
    </message>
    <message>
        <source>Make a pane the main one</source>
        <translation>ペインをメインにする</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Choose what a pane shows</source>
        <translation>ペインに表示するものを選ぶ</translation>
    </message>
    <message>
        <source>Click its name</source>
        <translation>名前をクリック</translation>
    </message>
    <message>
        <source>Move the curtain</source>
        <translation>カーテンを動かす</translation>
    </message>
    <message>
        <source>Drag its line, Shift+Left, Shift+Right</source>
        <translation>線をドラッグ、Shift+Left、Shift+Right</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>割り当て(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translation>キーなし(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>すべてリセット(&amp;L)</translation>
    </message>
    <message>
        <source>Keyboard and Mouse</source>
        <translation>キーボードとマウス</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>コマンドとキーを検索</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとそのキー</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>New &amp;keys:</source>
        <translation>新しいキー(&amp;K):</translation>
    </message>
    <message>
        <source>Gestures of the mouse cannot be changed.</source>
        <translation>マウスの操作は変更できません。</translation>
    </message>
    <message>
        <source>Press the new keys in the field first.</source>
        <translation>先に欄で新しいキーを押してください。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Choose other keys, or free them there first.</source>
        <translation>%1 は「%2」に割り当てられています。別のキーを選ぶか、先にそちらを解除してください。</translation>
    </message>
</context>
<context>
    <name>isostain::SidePanel</name>
    <message>
        <source>Pictures: %1</source>
        <translation>画像: %1</translation>
    </message>
</context>
<context>
    <name>isostain::StatusLine</name>
    <message>
        <source>How much of this slide&apos;s tissue has colors that the stain profile has never seen</source>
        <translation>このスライドの組織のうち、染色プロファイルが見たことのない色の割合</translation>
    </message>
    <message>
        <source>Level of the slide&apos;s pyramid that is drawn, and its size against the full resolution</source>
        <translation>描画しているスライドのピラミッドのレベルと、完全な解像度に対するサイズ</translation>
    </message>
    <message>
        <source>Magnification on the screen</source>
        <translation>画面上の倍率</translation>
    </message>
    <message>
        <source>Size of the tissue under one pixel of the screen</source>
        <translation>画面の 1 ピクセルに当たる組織のサイズ</translation>
    </message>
</context>
<context>
    <name>isostain::StepChoice</name>
    <message>
        <source>Needs test pairs: choose them on the first page.</source>
        <translation>テスト組が必要です。最初のページで選択してください。</translation>
    </message>
    <message>
        <source>Needs whole slides: choose them on the first page, under More.</source>
        <translation>スライド全体が必要です。最初のページの「詳細」で選択してください。</translation>
    </message>
    <message>
        <source>Needs labelled images: choose them on the first page, under More.</source>
        <translation>ラベル付き画像が必要です。最初のページの「詳細」で選択してください。</translation>
    </message>
</context>
<context>
    <name>isostain::StepProgressList</name>
    <message>
        <source>Done in %1</source>
        <translation>%1 で完了</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1、残り %2</translation>
    </message>
</context>
<context>
    <name>isostain::Thumbnails</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>画像 %n 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>isostain::TrainingController</name>
    <message>
        <source>Shows the training</source>
        <translation>学習を表示します</translation>
    </message>
    <message>
        <source>There is a profile of this name already. Choose another name.</source>
        <translation>同じ名前のプロファイルが既にあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <source>Keeping the profile…</source>
        <translation>プロファイルを保存中…</translation>
    </message>
    <message>
        <source>Kept as “%1”: it is among the profiles of the main window now.</source>
        <translation>「%1」として保存しました。メインウィンドウのプロファイルに加わっています。</translation>
    </message>
    <message>
        <source>Open a slide in the main window first.</source>
        <translation>先にメインウィンドウでスライドを開いてください。</translation>
    </message>
    <message>
        <source>There is no room for another pane. Close one in the main window first.</source>
        <translation>これ以上ペインを追加できません。先にメインウィンドウで 1 つ閉じてください。</translation>
    </message>
    <message>
        <source>The main window shows it in a new pane.</source>
        <translation>メインウィンドウの新しいペインに表示しています。</translation>
    </message>
    <message>
        <source>Folder for the Report</source>
        <translation>レポートのフォルダー</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>レポートを書き込み中…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>レポートは %1 にあります。</translation>
    </message>
    <message>
        <source>Training: paused</source>
        <translation>学習: 一時停止中</translation>
    </message>
    <message>
        <source>Training: %1, %2 %</source>
        <translation>学習: %1、%2 %</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>学習…</translation>
    </message>
    <message>
        <source>Stop the Training and Close?</source>
        <translation>学習を停止して閉じますか?</translation>
    </message>
    <message>
        <source>A training is running. If it is stopped, what it has learned is saved, and it can be gone on with later.</source>
        <translation>学習が実行中です。停止すると、学習した内容は保存され、後で続けられます。</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止して閉じる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>学習を続ける(&amp;K)</translation>
    </message>
</context>
<context>
    <name>isostain::TrainingWizard</name>
    <message>
        <source>Train a Normalizer</source>
        <translation>正規化器の学習</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>&lt; &amp;Back</source>
        <translation>&lt; 戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Ne&amp;xt &gt;</source>
        <translation>次へ(&amp;X) &gt;</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>These are the values of the study that is running.</source>
        <translation>これらは実行中の研究の値です。</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>学習を開始(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ults &gt;</source>
        <translation>結果(&amp;U) &gt;</translation>
    </message>
    <message>
        <source>Close While the Study Runs?</source>
        <translation>研究の実行中に閉じますか?</translation>
    </message>
    <message>
        <source>A study is running. It can run on in the background, or be stopped: what is learned is saved, and it can be gone on with later.</source>
        <translation>研究が実行中です。バックグラウンドで続けるか、停止できます。学習した内容は保存され、後で続けられます。</translation>
    </message>
    <message>
        <source>Continue in &amp;background</source>
        <translation>バックグラウンドで続ける(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>停止して閉じる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>開いたままにする(&amp;K)</translation>
    </message>
</context>
<context>
    <name>isostain::ViewArea</name>
    <message>
        <source>Slide</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 を開いています…</translation>
    </message>
</context>
<context>
    <name>isostain::ViewSaver</name>
    <message>
        <source>Save View</source>
        <translation>表示を保存</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>As on the &amp;screen, %1</source>
        <translation>画面のとおり、%1(&amp;S)</translation>
    </message>
    <message>
        <source>At &amp;full resolution: too large, zoom in first</source>
        <translation>完全な解像度: 大きすぎます。先に拡大してください(&amp;F)</translation>
    </message>
    <message>
        <source>At &amp;full resolution, %1</source>
        <translation>完全な解像度、%1(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Names of the panes</source>
        <translation>ペインの名前(&amp;N)</translation>
    </message>
    <message>
        <source>On the screen they are part of the view</source>
        <translation>画面では表示の一部です</translation>
    </message>
    <message>
        <source>Scale &amp;bar</source>
        <translation>スケールバー(&amp;B)</translation>
    </message>
    <message>
        <source>The picture has the slide&apos;s own colors: what is set for the screen alone is left out.</source>
        <translation>画像はスライド本来の色になります。画面だけの設定は含まれません。</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 画像 (*.png)</translation>
    </message>
    <message>
        <source>Drawing the view at full resolution…</source>
        <translation>完全な解像度で表示を描画中…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Slide &amp;Properties…</source>
        <translation>スライドのプロパティ(&amp;P)…</translation>
    </message>
    <message>
        <source>Ctrl+I</source>
        <translation>Ctrl+I</translation>
    </message>
    <message>
        <source>&amp;New Window</source>
        <translation>新しいウィンドウ(&amp;N)</translation>
    </message>
    <message>
        <source>Opens one more window, for another slide</source>
        <translation>別のスライド用に、もう 1 つウィンドウを開きます</translation>
    </message>
    <message>
        <source>&amp;Close Slide</source>
        <translation>スライドを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>設定(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>Cop&amp;y View</source>
        <translation>表示をコピー(&amp;Y)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Shift+C</translation>
    </message>
    <message>
        <source>&amp;Save View…</source>
        <translation>表示を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Ctrl+S</translation>
    </message>
    <message>
        <source>&amp;Side by Side</source>
        <translation>横に並べる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Curtain</source>
        <translation>カーテン(&amp;C)</translation>
    </message>
    <message>
        <source>Si&amp;ngle View</source>
        <translation>単一表示(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Add Pane</source>
        <translation>ペインを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Shows one more stain profile beside the others</source>
        <translation>ほかの染色プロファイルの隣にもう 1 つ表示します</translation>
    </message>
    <message>
        <source>Ne&amp;xt Pane</source>
        <translation>次のペイン(&amp;X)</translation>
    </message>
    <message>
        <source>Ctrl+Tab</source>
        <translation>Ctrl+Tab</translation>
    </message>
    <message>
        <source>Makes the next pane the main one, which a single view shows</source>
        <translation>次のペインをメインにします。単一表示ではメインのペインが表示されます</translation>
    </message>
    <message>
        <source>C&amp;lose Pane</source>
        <translation>ペインを閉じる(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+W</source>
        <translation>Ctrl+Shift+W</translation>
    </message>
    <message>
        <source>Gra&amp;y Value Profile</source>
        <translation>グレー値プロファイル(&amp;Y)</translation>
    </message>
    <message>
        <source>Plots the gray values along a line that you draw across the tissue</source>
        <translation>組織を横切って引いた線に沿ったグレー値をグラフにします</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>全体図(&amp;V)</translation>
    </message>
    <message>
        <source>Shows the whole slide in a corner, with the part that is on the screen</source>
        <translation>隅にスライド全体を、画面に見えている部分とともに表示します</translation>
    </message>
    <message>
        <source>Scale &amp;Bar</source>
        <translation>スケールバー(&amp;B)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Ctrl++</source>
        <translation>Ctrl++</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Ctrl+-</source>
        <translation>Ctrl+-</translation>
    </message>
    <message>
        <source>&amp;Fit Slide to Window</source>
        <translation>スライドをウィンドウに合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>Actual Pixels (&amp;1:1)</source>
        <translation>実際のピクセル（1:1）(&amp;1)</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Rotate &amp;Left</source>
        <translation>左に回転(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Rotate &amp;Right</source>
        <translation>右に回転(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>&amp;Turn Left by 5°</source>
        <translation>左に 5° 回す(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;urn Right by 5°</source>
        <translation>右に 5° 回す(&amp;U)</translation>
    </message>
    <message>
        <source>Mirror &amp;Horizontally</source>
        <translation>左右反転(&amp;H)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H</source>
        <translation>Ctrl+Shift+H</translation>
    </message>
    <message>
        <source>Mirror &amp;Vertically</source>
        <translation>上下反転(&amp;V)</translation>
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
        <translation>回転も反転もなし</translation>
    </message>
    <message>
        <source>Slid&amp;es in the Folder</source>
        <translation>フォルダー内のスライド(&amp;E)</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Lists the slides beside this one, with how each is stained</source>
        <translation>このスライドと同じフォルダーのスライドを、それぞれの染色の状態とともに一覧にします</translation>
    </message>
    <message>
        <source>&amp;Add Bookmark</source>
        <translation>ブックマークを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>&amp;List of Bookmarks</source>
        <translation>ブックマークの一覧(&amp;L)</translation>
    </message>
    <message>
        <source>Ctrl+Shift+D</source>
        <translation>Ctrl+Shift+D</translation>
    </message>
    <message>
        <source>Bri&amp;ghtness and Color…</source>
        <translation>明るさと色(&amp;G)…</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>やり直す(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Move the Slide</source>
        <translation>スライドを動かす(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Select Annotations</source>
        <translation>アノテーションを選択(&amp;S)</translation>
    </message>
    <message>
        <source>Draw &amp;Points</source>
        <translation>点を描く(&amp;P)</translation>
    </message>
    <message>
        <source>Draw and M&amp;easure Lines</source>
        <translation>線を描いて測る(&amp;E)</translation>
    </message>
    <message>
        <source>Draw &amp;Rectangles</source>
        <translation>長方形を描く(&amp;R)</translation>
    </message>
    <message>
        <source>Draw Pol&amp;ygons</source>
        <translation>多角形を描く(&amp;Y)</translation>
    </message>
    <message>
        <source>Draw &amp;Freehand</source>
        <translation>フリーハンドで描く(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;List of Annotations</source>
        <translation>アノテーションの一覧(&amp;L)</translation>
    </message>
    <message>
        <source>Sho&amp;w Annotations</source>
        <translation>アノテーションを表示(&amp;W)</translation>
    </message>
    <message>
        <source>Shift+A</source>
        <translation>Shift+A</translation>
    </message>
    <message>
        <source>L&amp;oad Annotations…</source>
        <translation>アノテーションを読み込む(&amp;O)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Annotations…</source>
        <translation>アノテーションを保存(&amp;V)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全画面(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Presentation</source>
        <translation>プレゼンテーション(&amp;P)</translation>
    </message>
    <message>
        <source>Full screen with the slide alone, without file names, labels and tools</source>
        <translation>ファイル名、ラベル、ツールなしで、スライドだけを全画面表示します</translation>
    </message>
    <message>
        <source>Leave Full Screen</source>
        <translation>全画面を終了</translation>
    </message>
    <message>
        <source>&amp;Normalize</source>
        <translation>正規化(&amp;N)</translation>
    </message>
    <message>
        <source>Turns the normalization on and off</source>
        <translation>正規化のオンとオフを切り替えます</translation>
    </message>
    <message>
        <source>&amp;Manage Profiles…</source>
        <translation>プロファイルの管理(&amp;M)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+P</source>
        <translation>Ctrl+Shift+P</translation>
    </message>
    <message>
        <source>&amp;Train Normalizer…</source>
        <translation>正規化器の学習(&amp;T)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+T</source>
        <translation>Ctrl+Shift+T</translation>
    </message>
    <message>
        <source>P&amp;ast Trainings…</source>
        <translation>過去の学習(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Resume Training…</source>
        <translation>学習を再開(&amp;R)…</translation>
    </message>
    <message>
        <source>Make a &amp;Demo Slide</source>
        <translation>デモスライドを作成(&amp;D)</translation>
    </message>
    <message>
        <source>Isostain &amp;Help</source>
        <translation>Isostain ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Ctrl+?</source>
        <translation>Ctrl+?</translation>
    </message>
    <message>
        <source>&amp;Keyboard and Mouse…</source>
        <translation>キーボードとマウス(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About Isostain</source>
        <translation>Isostain について(&amp;A)</translation>
    </message>
</context>
<context>
    <name>isostain::ViewerPane</name>
    <message>
        <source>No second scan is open in this pane.</source>
        <translation>このペインでは 2 つ目のスキャンが開かれていません。</translation>
    </message>
    <message>
        <source>Choose a stain profile first.</source>
        <translation>先に染色プロファイルを選択してください。</translation>
    </message>
    <message>
        <source>This method is fitted to each slide: there are no training colors to compare with.</source>
        <translation>この手法はスライドごとにフィットするため、比べるべき学習時の色がありません。</translation>
    </message>
    <message>
        <source>Not for networks that look at neighboring pixels.</source>
        <translation>隣接ピクセルを参照するネットワークでは使えません。</translation>
    </message>
    <message>
        <source>The share of colors outside the training is unknown: the profile does not say which colors it was trained on.</source>
        <translation>学習範囲外の色の割合は不明です。プロファイルに、どの色で学習したかの記載がありません。</translation>
    </message>
    <message>
        <source>being fitted, source shown</source>
        <translation>フィット中、元画像を表示</translation>
    </message>
    <message>
        <source>not fitted, source shown</source>
        <translation>フィットできず、元画像を表示</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>変更なし</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>check colors</source>
        <translation>色を確認してください</translation>
    </message>
    <message>
        <source>Preparing the stain profile…</source>
        <translation>染色プロファイルを準備中…</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>プロファイルなし</translation>
    </message>
    <message>
        <source>Trust map</source>
        <translation>信頼度マップ</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a stain and the method that separates it</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 by published stains</source>
        <translation>%1、公表済みの染色</translation>
    </message>
    <message>
        <source>being prepared, source shown</source>
        <translation>準備中、元画像を表示</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1（オフ）</translation>
    </message>
</context>
<context>
    <name>isostain::ZoomBox</name>
    <message>
        <source>Fit</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Magnification</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Magnification on the screen: choose one, or write 12x, 50 % or Fit</source>
        <translation>画面上の倍率: 選択するか、12x、50 %、「全体」と入力してください</translation>
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
        <translation>12x、50 %、または「全体」のように倍率を入力してください。</translation>
    </message>
    <message>
        <source>The slide does not state its objective. Write 50 % or Fit.</source>
        <translation>スライドに対物レンズの記載がありません。50 % または「全体」と入力してください。</translation>
    </message>
</context>
<context>
    <name>ProfileTitle</name>
    <message>
        <source>%1, published H&amp;E reference</source>
        <translation>%1、公表済み H&amp;E 参照</translation>
    </message>
</context>
</TS>
