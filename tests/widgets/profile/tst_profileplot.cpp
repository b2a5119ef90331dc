#include <array>
#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "panels/NoticeBar.h"
#include "profile/CurveTable.h"
#include "profile/ProfileChart.h"
#include "profile/ProfilePlot.h"
#include "profile/ProfileText.h"

using namespace isostain;

namespace {

/// Two waves and a gap in the second.
ProfileCurves waves(int samples = 101)
{
    ProfileCurves curves;
    curves.line = {{1000, 2000}, {1000.0 + samples - 1, 2000}, 3};
    curves.micrometersPerPixel = 0.25;
    for (const char* name : {"Source", "Macenko, \"masked\""}) {
        ProfileCurve curve{QString::fromUtf8(name), {0, 1, {}}, {}};
        for (int i = 0; i < samples; ++i)
            curve.profile.gray.push_back(float(128 + 100 * std::sin(i * 0.1 + double(curves.curves.size()))));
        curves.curves.push_back(curve);
    }
    for (int i = 40; i < std::min(50, samples); ++i)
        curves.curves[1].profile.gray[std::size_t(i)].reset();
    curves.curves[1].correlation = correlation(curves.curves[0].profile, curves.curves[1].profile);
    return curves;
}

using Rgb = std::array<double, 3>;

Rgb linear(const QColor& color)
{
    const auto part = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return {part(color.redF()), part(color.greenF()), part(color.blueF())};
}

double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const Rgb& c) {
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    };
    const double x = luminance(linear(a));
    const double y = luminance(linear(b));
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// CIE 1976 Lab of linear sRGB, D65.
Rgb lab(const Rgb& c)
{
    const auto f = [](double t) {
        return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
    };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// Machado, Oliveira and Fernandes (2009), severity 1: normal, protan, deutan, tritan.
constexpr double kSimulations[4][9] = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
    {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};

double difference(const QColor& a, const QColor& b, const double (&matrix)[9])
{
    const auto seen = [&](const QColor& color) {
        const Rgb c = linear(color);
        Rgb out{};
        for (std::size_t i = 0; i < 3; ++i)
            out[i] = std::clamp(matrix[3 * i] * c[0] + matrix[3 * i + 1] * c[1] + matrix[3 * i + 2] * c[2], 0.0, 1.0);
        return lab(out);
    };
    const Rgb x = seen(a);
    const Rgb y = seen(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

class TestProfilePlot : public QObject {
    Q_OBJECT

private slots:
    void colorsCanBeToldApart_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ChartTheme::Light);
        QTest::newRow("dark") << int(ChartTheme::Dark);
    }

    void colorsCanBeToldApart()
    {
        QFETCH(int, theme);
        const auto pen = [&](int curve) {
            return curvePen(curve, ChartTheme(theme));
        };
        for (int a = 0; a < kCurveColors; ++a) {
            QVERIFY(contrast(pen(a).color(), chartColors(ChartTheme(theme)).ground) >= 2.95);
            for (int b = 0; b < a; ++b)
                for (const auto& simulation : kSimulations) {
                    const double apart = difference(pen(a).color(), pen(b).color(), simulation);
                    QVERIFY2(apart >= 27, qPrintable(QString("%1 and %2: %3").arg(a).arg(b).arg(apart)));
                }
        }
        for (int a = 0; a < 10; ++a) // every pane that a view can have, and the source
            for (int b = 0; b < a; ++b)
                QVERIFY(pen(a).color() != pen(b).color() || pen(a).dashPattern() != pen(b).dashPattern());
        QVERIFY(contrast(chartColors(ChartTheme(theme)).text, chartColors(ChartTheme(theme)).ground) >= 7);
    }

    void manyUpdatesOfATurnAreOneRefresh()
    {
        ProfilePlot plot;
        plot.resize(800, 300);
        plot.show();
        plot.setProfiles(waves());
        QTRY_VERIFY(plot.isUpToDate() && plot.chart().isVisible());
        QTest::qWait(50); // the chart has found its size
        QSignalSpy refreshed(&plot, &ProfilePlot::refreshed);
        QSignalSpy replotted(&plot.chart(), &QCustomPlot::afterReplot);
        for (int samples = 2; samples < 60; ++samples)
            plot.setProfiles(waves(samples));
        QCOMPARE(refreshed.count(), 0);
        QTRY_VERIFY(plot.isUpToDate());
        QTRY_VERIFY(replotted.count() > 0);
        QTest::qWait(30);
        QCOMPARE(refreshed.count(), 1);
        QCOMPARE(replotted.count(), 1);
        QCOMPARE(plot.chart().curves().sampleCount(), std::size_t(59));
    }

    void emptyStateSaysWhatToDo()
    {
        ProfilePlot plot;
        plot.resize(800, 300);
        plot.show();
        const auto* empty = plot.findChild<QLabel*>("profileEmpty");
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->text(), QString("Drag a line across the tissue"));
        plot.setProfiles(waves());
        QTRY_VERIFY(!empty->isVisible());
        QVERIFY(plot.chart().isVisible());
        plot.setProfiles({});
        QTRY_VERIFY(empty->isVisible());
    }

    void gapsAreGapsAndUnitsAreMicrometers()
    {
        ProfilePlot plot;
        plot.setProfiles(waves());
        QTRY_VERIFY(plot.isUpToDate());
        ProfileChart& chart = plot.chart();
        QCOMPARE(chart.graphCount(), 3); // the cursor's dots, two curves
        const auto data = chart.graph(2)->data();
        QCOMPARE(data->size(), 101);
        for (int i = 0; i < 101; ++i) {
            QCOMPARE(data->at(i)->key, i * 0.25);
            QCOMPARE(bool(qIsNaN(data->at(i)->value)), i >= 40 && i < 50);
        }
        QCOMPARE(chart.xAxis->label(), QString("Distance (µm)"));
        QCOMPARE(chart.distanceRange().upper, 25.0);
        QCOMPARE(chart.grayRange().upper, 255.0);
        ProfileCurves unknown = waves();
        unknown.micrometersPerPixel.reset();
        plot.setProfiles(unknown);
        QTRY_VERIFY(plot.isUpToDate());
        QCOMPARE(chart.xAxis->label(), QString("Distance (pixels)"));
        QCOMPARE(chart.distanceRange().upper, 100.0);
    }

    void valuesUnderTheCursorAreTheCurves()
    {
        ProfilePlot plot;
        plot.resize(900, 300);
        plot.setProfiles(waves());
        plot.show();
        QTRY_VERIFY(plot.isUpToDate() && plot.chart().isVisible());
        QTest::qWait(20);
        QSignalSpy hovered(&plot, &ProfilePlot::positionHovered);
        ProfileChart& chart = plot.chart();
        const auto* table = plot.findChild<CurveTable*>();
        for (const int sample : {12, 44, 90}) {
            const QPoint at(qRound(chart.xAxis->coordToPixel(sample * 0.25)), chart.axisRect()->center().y());
            QTest::mouseMove(&chart, at);
            QTRY_COMPARE(plot.cursorSample(), std::optional<int>(sample));
            QCOMPARE(hovered.last().first().value<std::optional<double>>(), std::optional<double>(sample));
            for (const int row : {0, 1})
                QCOMPARE(table->item(row, CurveTable::Gray)->text(),
                         grayText(plot.profiles().curves[std::size_t(row)].profile.gray[std::size_t(sample)]));
        }
        QCOMPARE(table->item(0, CurveTable::Correlation)->text(), QString("\u2013"));
        QCOMPARE(table->item(1, CurveTable::Correlation)->text(), correlationText(plot.profiles().curves[1].correlation));
        QVERIFY(plot.profiles().curves[1].correlation);

        chart.setFocus();
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(plot.cursorSample(), std::optional<int>(89));
        QTest::keyClick(&chart, Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(plot.cursorSample(), std::optional<int>(99));
        plot.setProfiles(waves(20)); // shorter: nothing there any more
        QTRY_VERIFY(plot.isUpToDate());
        QVERIFY(!plot.cursorSample());
    }

    void zoomStaysWithinTheLineAndIsReset()
    {
        ProfilePlot plot;
        plot.resize(900, 300);
        plot.setProfiles(waves());
        plot.show();
        QTRY_VERIFY(plot.isUpToDate());
        ProfileChart& chart = plot.chart();
        QVERIFY(!chart.isZoomed());
        chart.setRanges({-10, 12}, {-100, 100});
        QVERIFY(chart.isZoomed());
        QCOMPARE(chart.distanceRange().lower, 0.0);
        QCOMPARE(chart.grayRange().lower, 0.0);
        chart.setRanges({5, 10}, {50, 200});
        plot.setProfiles(waves()); // live: the zoom stays
        QTRY_VERIFY(plot.isUpToDate());
        QCOMPARE(chart.distanceRange().lower, 5.0);
        QCOMPARE(chart.distanceRange().upper, 10.0);
        chart.setRanges({0, 1e9}, {-1e9, 1e9});
        QVERIFY(!chart.isZoomed());
        QCOMPARE(chart.distanceRange().upper, 25.0);
        chart.setRanges({5, 5.0001}, {100, 100.001});
        QVERIFY(chart.distanceRange().size() >= 2 - 1e-9 && chart.grayRange().size() >= 8 - 1e-9);
        QTest::keyClick(&chart, Qt::Key_Home);
        QVERIFY(!chart.isZoomed());
    }

    void widthIsAdjustable()
    {
        ProfilePlot plot;
        QSignalSpy changed(&plot, &ProfilePlot::lineWidthChanged);
        auto* width = plot.findChild<QSpinBox*>();
        QCOMPARE(width->minimum(), 1);
        QCOMPARE(width->maximum(), 51);
        width->setValue(9);
        QCOMPARE(changed.last().first().toInt(), 9);
        plot.setLineWidth(200);
        QCOMPARE(plot.lineWidth(), 51);
    }

    void figuresAndTablesAreWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("png") << "profile ä.png" << QByteArray("\x89PNG\r\n\x1a\n");
        QTest::newRow("svg") << "profile.svg" << QByteArray("<?xml");
        QTest::newRow("pdf") << "profile.PDF" << QByteArray("%PDF-1.");
        QTest::newRow("csv") << "profile.csv" << QByteArray("sample,distance_px");
    }

    void figuresAndTablesAreWritten()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        QTemporaryDir folder;
        ProfilePlot plot;
        plot.setProfiles(waves());
        QTRY_VERIFY(plot.isUpToDate());
        QSignalSpy saved(&plot, &ProfilePlot::saved);
        const QString path = folder.filePath(name);
        plot.saveAs(path);
        QVERIFY(saved.wait(10000));
        const QByteArray content = contentOf(path);
        QVERIFY2(content.startsWith(begins), content.left(20).toHex());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(name));
        if (name.endsWith(".png"))
            QVERIFY(!QImage(path).isNull() && QImage(path).width() >= 1280);
        if (name.endsWith(".svg")) {
            QVERIFY(QSvgRenderer(content).isValid());
            QVERIFY(content.contains("polyline") || content.contains("path"));
            QVERIFY(!content.contains("<image")); // drawn, not a picture of the chart
        }
        if (name.endsWith(".PDF"))
            QVERIFY(content.trimmed().endsWith("%%EOF"));
    }

    /// Zoomed: what lies outside the visible part is not in the drawing, not even beside the axes.
    void drawingsAreCutAtTheAxes()
    {
        ProfileCurves curves = waves();
        const auto drawing = profileFile(curves, {5, 10, 100, 150}, {640, 360}, ProfileFormat::Svg)();
        QSvgRenderer renderer(drawing);
        QImage image(1280, 720, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        // Left of the axis labels and in the bottom right corner, nothing but white.
        for (const QRect& margin : {QRect(0, 80, 12, 560), QRect(1270, 80, 8, 560)})
            for (int y = margin.top(); y <= margin.bottom(); ++y)
                for (int x = margin.left(); x <= margin.right(); ++x)
                    if (const QColor color = image.pixelColor(x, y); color.saturation() > 60)
                        QFAIL(qPrintable(QString("%1 at %2,%3").arg(color.name()).arg(x).arg(y)));
        int colored = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colored += image.pixelColor(x, y).saturation() > 100;
        QVERIFY2(colored > 300, qPrintable(QString::number(colored)));
    }

    void tablesCanBeReadBack()
    {
        const ProfileCurves curves = waves();
        const QStringList lines = QString::fromStdString(profileTable(curves, ',')).split("\r\n");
        QCOMPARE(lines.size(), 103);
        QVERIFY(lines.last().isEmpty());
        QCOMPARE(lines.first(),
                 QString("sample,distance_px,distance_um,x,y,level,width_px,Source,\"Macenko, \"\"masked\"\"\""));
        for (int i = 0; i < 101; ++i) {
            const QStringList fields = lines.at(i + 1).split(',');
            QCOMPARE(fields.size(), 9);
            QCOMPARE(fields.at(0).toInt(), i);
            QCOMPARE(fields.at(1).toDouble(), double(i));
            QCOMPARE(fields.at(2).toDouble(), i * 0.25);
            QCOMPARE(fields.at(3).toDouble(), 1000.0 + i);
            QCOMPARE(fields.at(4).toDouble(), 2000.0);
            QCOMPARE(fields.at(6).toInt(), 3);
            QVERIFY(std::abs(fields.at(7).toDouble() - double(*curves.curves[0].profile.gray[std::size_t(i)])) < 1e-4);
            QCOMPARE(fields.at(8).isEmpty(), i >= 40 && i < 50);
        }
        ProfileCurves formula = waves(2);
        formula.curves[0].name = "=1+1\t\n";
        QVERIFY(profileTable(formula, '\t').find("\t'=1+1  \t") != std::string::npos);
    }

    void copyPutsPictureOrTableOnTheClipboard()
    {
        ProfilePlot plot;
        QApplication::clipboard()->setText("before");
        plot.copyImage();
        plot.copyValues();
        QCOMPARE(QApplication::clipboard()->text(), QString("before")); // nothing to copy
        plot.setProfiles(waves());
        QTRY_VERIFY(plot.isUpToDate());
        plot.copyValues();
        QCOMPARE(QApplication::clipboard()->text().count('\t'), 8 * 102);
        plot.copyImage();
        const QImage image = QApplication::clipboard()->image();
        QVERIFY(image.width() >= 1280);
        QCOMPARE(image.pixelColor(3, image.height() - 3), QColor(Qt::white));
    }

    void whatCannotBeWrittenIsSaidInASentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no such folder") << "/nowhere/at/all/x.png"
                                        << "x.png could not be written.";
        QTest::newRow("no permission") << "/proc/x.csv"
                                       << "x.csv could not be written.";
        QTest::newRow("no format") << "/tmp/x.doc"
                                   << "x.doc is not a usable value.";
    }

    void whatCannotBeWrittenIsSaidInASentence()
    {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        ProfilePlot plot;
        plot.setProfiles(waves());
        QTRY_VERIFY(plot.isUpToDate());
        plot.saveAs(path);
        const auto* notice = plot.findChild<NoticeBar*>();
        QTRY_VERIFY(notice->text().startsWith(sentence));
        QVERIFY(!QFile::exists(path));
    }

    void destructionFinishesWriting()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("last.png");
        {
            ProfilePlot plot;
            plot.setProfiles(waves());
            QTRY_VERIFY(plot.isUpToDate());
            plot.saveAs(path);
        }
        QVERIFY(!QImage(path).isNull());
    }
};

QTEST_MAIN(TestProfilePlot)
#include "tst_profileplot.moc"
