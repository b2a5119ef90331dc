#include <cmath>

#include <QClipboard>
#include <QComboBox>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <qcustomplot.h>

#include "handover/Background.h"
#include "plots/ChartFigure.h"
#include "plots/ChartFigures.h"
#include "plots/ChartView.h"
#include "plots/FigureBrowser.h"
#include "plots/FigurePanel.h"
#include "plots/ImageFigures.h"
#include "plots/ResultTable.h"
#include "plots/StudyFigures.h"

using namespace isostain;

namespace {

/// Colors that no chart has, so that a figure that shows the image can be told.
QImage pattern(int width, int height, QRgb color)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, (x / 8 + y / 8) % 2 ? color : qRgb(250, 240, 245));
    return image;
}

int countOf(const QImage& image, QRgb color, int tolerance = 2)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            count += std::abs(qRed(pixel) - qRed(color)) <= tolerance && std::abs(qGreen(pixel) - qGreen(color)) <= tolerance &&
                     std::abs(qBlue(pixel) - qBlue(color)) <= tolerance;
        }
    return count;
}

const QRgb kPink = qRgb(201, 33, 144);
const QRgb kTeal = qRgb(20, 132, 141);

ComparisonData comparison()
{
    ComparisonData data;
    data.title = "Comparison";
    data.caption = "Two images";
    data.mpp = 0.25;
    data.rows = {
        {{{"Source", pattern(256, 256, kPink)}, {"StainNet", pattern(256, 256, kTeal)}, {"Khan", {}}}, {0.3, 0.3, 0.3, 0.3}},
        {{{"Source", pattern(256, 192, kPink)}, {"StainNet", pattern(256, 192, kTeal)}, {"Khan", {}}}, {0.1, 0.3, 0.2, 0.3}}};
    return data;
}

GrayProfileData profile()
{
    GrayProfileData data;
    data.title = "Profile";
    data.caption = "Gray values";
    data.cells = {{"Source", pattern(128, 128, kPink)}, {"Target, \"b\"", pattern(128, 128, kTeal)}};
    data.line = QLineF(0.5, 10.5, 100.5, 10.5);
    return data;
}

StudyResults someResults()
{
    StudyResults results;
    results.config.name = "Study";
    for (const char* method : {"source", "reinhard", "stainnet"})
        for (int i = 0; i < 5; ++i)
            results.evaluation.push_back(
                {std::size_t(i), "a", method, 0.8 + 0.01 * i, 20.0 + i + (*method == 's' ? 5 : 0), 0.9});
    results.slides.push_back({"a.svs", "stainnet", {0.97, 0.95, 1, 1, 0}});
    results.ablation.push_back({0, "a", "3+0", 0.8, 29, 0.96});
    results.ablation.push_back({0, "a", "0+3", 0.81, 30, 0.95});
    results.classifier = {{"raw", {0.8, 0.7, 0.9}, {0.7, 0.6, 0.8}, {0.7, 0.6, 0.8}, {}, {}, 0}};
    for (int repeat = 1; repeat <= 3; ++repeat)
        results.rocCurves.push_back({"raw", repeat, {0, 0.25 * repeat, 1}, {0, 0.5, 1}});
    MetricsTable metrics;
    metrics.columns = {"cycle_source", "cycle_target", "learning_rate", "psnr_target"};
    metrics.steps = {20, 40, 60};
    metrics.values = {{0.3, 0.2, 0.1}, {0.4, 0.3, 0.2}, {2e-4, 2e-4, 1e-4}, {std::nan(""), 25, 26}};
    results.metrics[StudyStep::StainGan] = metrics;
    results.pictures.methods = {"source", "reinhard", "stainnet"};
    results.ablationPictures.methods = {"3+0", "0+3"};
    results.slidePictures.methods = {"source", "stainnet"};
    results.slidePictures.slides.push_back({"a.svs", {"", ""}, {"", ""}, {0.2, 0.3, 0.1, 0.1}});
    return results;
}

StudyImages someImages()
{
    const QImage pink = pattern(128, 128, kPink), teal = pattern(128, 128, kTeal);
    StudyImages images;
    for (const char* name : {"1.png", "2.png", "3.png", "4.png"})
        images.pairs.push_back({name, pink, teal, {pink, teal, QImage()}});
    images.ablation.push_back({"1.png", pink, teal, {teal, pink}});
    images.slides.push_back({"a.svs", {pink, teal}, {pink, teal}});
    images.colors = {{"source", {}}, {"stainnet", {}}};
    images.colors[1].summary.ab = {{10, -5}, {20, 3}};
    return images;
}

}

class TestFigures : public QObject {
    Q_OBJECT

private slots:
    void figuresShowTheirImages()
    {
        const FigurePtr figure = comparisonFigure(comparison());
        const QImage image = figureImage(*figure, 2);
        QCOMPARE(image.size(), figure->size() * 2);
        QVERIFY(countOf(image, kPink) > 10000 && countOf(image, kTeal) > 10000);
        const QImage lines = figureImage(*grayProfileFigure(profile()), 1);
        QVERIFY(countOf(lines, kPink) > 2000 && countOf(lines, kTeal) > 2000);
    }

    void enlargedPartsAreThePixelsThemselves()
    {
        // One pixel of its own color in the middle of the part becomes a square below.
        ComparisonData data = comparison();
        data.mpp.reset();
        QImage image(80, 80, QImage::Format_RGB32);
        image.fill(Qt::white);
        image.setPixel(25, 25, kTeal);
        data.rows = {{{{"Source", image}}, QRectF(0.25, 0.25, 0.25, 0.25)}};
        const QImage painted = figureImage(*comparisonFigure(data), 1);
        const double side = 190.0 / 20;
        const int count = countOf(painted, kTeal, 0);
        QVERIFY2(std::abs(count - side * side) < 2 * side, qPrintable(QString::number(count)));
    }

    void filesOpenAgain_data()
    {
        QTest::addColumn<int>("which");
        for (const auto& [name, which] :
             {std::pair("comparison", 0), std::pair("gray profile", 1), std::pair("distribution", 2), std::pair("ROC", 3),
              std::pair("curves", 4), std::pair("slide", 5), std::pair("scatter", 6)})
            QTest::newRow(name) << which;
    }
    void filesOpenAgain()
    {
        QFETCH(const int, which);
        const FigurePtr figures[] = {
            comparisonFigure(comparison()),
            grayProfileFigure(profile()),
            distributionFigure("D", "c", "dB", {{"a", {1, 2, 3, 9}}, {"b", {2, 3, 4, INFINITY}}}),
            rocFigure("R", "c", {{"raw", {0, 0.5, 1}, {0, 0.75, 1}, 0.625}}),
            curvesFigure("C", "c", "Step", "Loss", {{"a", {1, 2, 3}, {0.5, NAN, 0.25}}}),
            slideFigure({"S", "c", {{"Source", pattern(90, 60, kPink)}}, {pattern(40, 40, kTeal)}, {0.1, 0.1, 0.2, 0.2}}),
            scatterFigure("A", "c", "a*", "b*", {{"one", {1, 2}, {3, 4}}, {"two", {5}, {6}}})};
        const Figure& figure = *figures[which];
        QImage png;
        QVERIFY(png.loadFromData(figureFile(figure, FigureFormat::Png)));
        QCOMPARE(png.size(), figure.size() * 2);
        QVERIFY(countOf(png, qRgb(255, 255, 255), 0) < png.width() * png.height());
        QSvgRenderer svg(figureFile(figure, FigureFormat::Svg));
        QVERIFY(svg.isValid());
        QCOMPARE(svg.viewBox().size(), figure.size());
        const QByteArray pdf = figureFile(figure, FigureFormat::Pdf);
        QVERIFY(pdf.startsWith("%PDF-") && pdf.contains("/Count 1"));
        QCOMPARE(figureFile(figure, FigureFormat::Csv).isEmpty(), which == 0 || which == 5);
    }

    void numbersAreInTheCsv()
    {
        const QByteArray text = figureFile(*grayProfileFigure(profile()), FigureFormat::Csv);
        const QList<QByteArray> lines = text.split('\n');
        QCOMPARE(lines[0], QByteArray("distance_px,\"Source\",\"Target, \"\"b\"\"\""));
        QCOMPARE(lines.size(), 1 + 101 + 1);
        const int pink = (201 * 4899 + 33 * 9617 + 144 * 1868 + 8192) >> 14;
        QCOMPARE(lines[1 + 0], QByteArray("0," + QByteArray::number(pink) + "," +
                                          QByteArray::number((20 * 4899 + 132 * 9617 + 141 * 1868 + 8192) >> 14)));
        QCOMPARE(grayAlong(pattern(64, 64, kPink), QLineF(-5, 3, 3, 3)).size(), std::size_t(9));
    }

    void boxesAreTukeys()
    {
        const BoxStatistics box = boxStatistics({9, 1, 2, 3, 4, 5, 6, 7, 8, 40});
        QCOMPARE(box.median, 5.5);
        QCOMPARE(box.lowQuartile, 3.25);
        QCOMPARE(box.highQuartile, 7.75);
        QCOMPARE(box.lowWhisker, 1.0);
        QCOMPARE(box.highWhisker, 9.0);
        QVERIFY(box.outliers == std::vector<double>{40});
        const BoxStatistics one = boxStatistics({2});
        QVERIFY(one.lowWhisker == 2 && one.highWhisker == 2 && one.outliers.empty());
    }

    void somethingIsFoundToEnlarge()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int x = 130; x < 150; x += 2)
            for (int y = 60; y < 80; ++y)
                image.setPixel(x, y, qRgb(0, 0, 0));
        const QRectF part = busiestPart(image);
        QVERIFY(part.left() * 200 <= 135 && part.right() * 200 >= 145 && part.top() * 100 <= 65 && part.bottom() * 100 >= 75);
        QVERIFY(lineAcross(image).y1() > 60 && lineAcross(image).y1() < 75);
        QVERIFY(busiestPart(QImage(2, 2, QImage::Format_RGB32)).width() > 0);
    }

    void aStudyHasAllFiguresOfThePaper()
    {
        const std::vector<FigurePtr> figures = studyFigures(someResults(), someImages());
        QStringList titles;
        for (const FigurePtr& figure : figures) {
            titles << figure->title();
            QVERIFY(!figure->caption().isEmpty());
            QVERIFY(!figureImage(*figure, 1).isNull());
        }
        QCOMPARE(titles,
                 QStringList({"Gray value profile, 1.png", "Gray value profile, 2.png", "Comparison of methods",
                              "Whole slide a.svs", "Layers of 1x1 and 3x3", "Color histogram, red",
                              "Color histogram, green", "Color histogram, blue", "Colors in CIE a*b*", "StainGAN: losses", "StainGAN: learning rate",
                              "StainGAN: test images", "SSIM Target", "PSNR Target", "SSIM Source", "ROC curves"}));
        QVERIFY(figures.back()->csv().contains("0.25")); // the curve of the median AUC, 0.8: the first repeat
        QVERIFY(studyFigures(StudyResults(), StudyImages()).empty());
    }

    void tablesMarkTheBestAndSort()
    {
        const std::vector<StudyTable> tables = studyTables(someResults());
        QCOMPARE(tables.size(), std::size_t(4));
        ResultTable table(tables[0]);
        QTableWidget& cells = table.cells();
        QCOMPARE(cells.rowCount(), 3);
        QVERIFY(!cells.item(1, 2)->text().contains('*') && cells.item(2, 2)->text().endsWith(" *"));
        QVERIFY(cells.item(2, 2)->font().bold());
        cells.sortByColumn(2, Qt::AscendingOrder);
        QCOMPARE(cells.item(0, 0)->text(), QString("reinhard"));
        table.setPaperShown(true);
        QCOMPARE(cells.rowCount(), 13);
        table.copy();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith("Method\tSSIM Target\tPSNR Target (dB)\tSSIM Source\n"));
        QVERIFY(copied.contains("Paper, histology: StainNet\t0.691 ± 0.107\t22.5 ± 3.3\t0.957 ± 0.007"));
        for (const StudyTable& each : tables)
            for (const StudyTable::Row& row : paperRows(each.kind))
                QCOMPARE(row.cells.size(), each.columns.size());
    }

    void browsersShowOneAtATime()
    {
        Background background;
        FigureBrowser browser(std::make_shared<const StudyResults>(someResults()), background);
        QVERIFY(browser.figures().empty());
        QVERIFY(QTest::qWaitFor([&] { return !browser.figures().empty(); }, 30000));
        QVERIFY(browser.findChild<FigurePanel*>());
        auto* choice = browser.findChild<QComboBox*>();
        QCOMPARE(choice->count(), int(browser.figures().size()));
        browser.showFigure(choice->count() - 1);
        QCOMPARE(choice->currentText(), QString("ROC curves"));
        QCOMPARE(browser.findChildren<FigurePanel*>().size(), 1);
        FigureBrowser nothing(std::make_shared<const StudyResults>(), background);
        QSignalSpy loaded(&nothing, &FigureBrowser::loaded);
        QVERIFY(loaded.wait(30000));
    }

    void panelsCopyAndSave()
    {
        QTemporaryDir folder;
        Background background;
        FigurePanel panel(comparisonFigure(comparison()), background);
        panel.resize(600, 500);
        panel.show();
        panel.findChild<QToolButton*>("copyFigure")->click();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        QSignalSpy saved(&panel, &FigurePanel::saved), failed(&panel, &FigurePanel::failed);
        panel.save(folder.filePath("a.pdf"));
        QVERIFY(QTest::qWaitFor([&] { return saved.size() == 1; }, 30000));
        QVERIFY(QFileInfo(folder.filePath("a.pdf")).size() > 1000);
        panel.save(folder.filePath("a.bmp"));
        panel.save(folder.filePath("a.csv"));
        QCOMPARE(failed.size(), 2);
        panel.save("/proc/nowhere/a.png");
        QVERIFY(QTest::qWaitFor([&] { return failed.size() == 3; }, 30000));
        QTest::keyClick(&panel, Qt::Key_Plus);
        QTest::keyClick(&panel, Qt::Key_0);
    }

    void chartsTellTheValueUnderTheCursor()
    {
        Background background;
        FigurePanel panel(curvesFigure("C", "c", "Step", "Loss", {{"falling", {0, 10, 20}, {0.5, 0.3, 0.25}}}), background);
        panel.resize(700, 500);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        ChartView* chart = panel.chart();
        QVERIFY(chart);
        QCustomPlot& plot = chart->plot();
        const QPoint place(int(plot.xAxis->coordToPixel(10)), int(plot.yAxis->coordToPixel(0.3)));
        QTest::mouseMove(&plot, place + QPoint(4, 3));
        QTRY_COMPARE(chart->readout(), QStringLiteral("falling: Step 10, Loss %1").arg(QLocale().toString(0.3)));
        QTest::mouseMove(&plot, place - QPoint(0, 100));
        QTRY_VERIFY(!chart->readout().contains("falling"));

        panel.findChild<QToolButton*>("copyFigureValues")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains("\"falling\",10,0.29999999999999999"));
    }

    void chartsZoomAndMove()
    {
        ChartView chart(std::dynamic_pointer_cast<const ChartFigure>(
            curvesFigure("C", "c", "Step", "Loss", {{"falling", {0, 10, 20}, {0.5, 0.3, 0.25}}})));
        chart.resize(700, 500);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const QCPRange all = chart.plot().xAxis->range();
        QVERIFY(all.contains(0) && all.contains(20));
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.plot().xAxis->range().size() < 0.9 * all.size());
        QTest::keyClick(&chart, Qt::Key_Right);
        QVERIFY(chart.plot().xAxis->range().center() > all.center());
        QTest::mouseDClick(&chart.plot(), Qt::LeftButton, {}, chart.plot().rect().center());
        QCOMPARE(chart.plot().xAxis->range().lower, all.lower);
        QCOMPARE(chart.plot().xAxis->range().upper, all.upper);

        const QPoint from = chart.plot().rect().center();
        QTest::mousePress(&chart.plot(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&chart.plot(), from + QPoint(80, 0));
        QTest::mouseRelease(&chart.plot(), Qt::LeftButton, {}, from + QPoint(80, 0));
        QVERIFY2(chart.plot().xAxis->range().center() < all.center(), "what is dragged to the right comes from the left");
    }

    void aConstantIsSeen()
    {
        QCustomPlot plot;
        dynamic_cast<const ChartFigure&>(*curvesFigure("C", "c", "Step", "Rate", {{"rate", {0, 1}, {2e-4, 2e-4}}}))
            .fill(plot, ChartTheme::Dark);
        QVERIFY(plot.yAxis->range().upper < 1e-3 && plot.yAxis->range().contains(2e-4));
    }

    void profilesHaveTheirChartAlone()
    {
        Background background;
        FigurePanel panel(grayProfileFigure(profile()), background);
        panel.resize(700, 500);
        panel.show();
        QVERIFY(!panel.chart());
        panel.findChild<QToolButton*>("showChart")->click();
        QVERIFY(panel.chart());
        QCOMPARE(panel.chart()->plot().graphCount(), 2);
        panel.findChild<QToolButton*>("showChart")->click();
        QVERIFY(!panel.chart());
    }
};

QTEST_MAIN(TestFigures)
#include "tst_figures.moc"
