#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include "panels/ZoomBox.h"
#include "support/PaintedSlide.h"

using namespace isostain;
using namespace isostain::test;

class TestZoomBox : public QObject {
    Q_OBJECT

private slots:
    void textsAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasObjective"); // 40x
        QTest::addColumn<QString>("wish");      // "fit", a zoom, or nothing
        QTest::newRow("fit") << " Fit" << true << "fit";
        QTest::newRow("with x") << "20x" << true << "0.5";
        QTest::newRow("with times") << QString::fromUtf8("2.5 ×") << true << "0.0625";
        QTest::newRow("number alone") << "10" << true << "0.25";
        QTest::newRow("percent") << "50 %" << true << "0.5";
        QTest::newRow("number alone, no objective") << "50" << false << "0.5";
        QTest::newRow("no objective") << "20x" << false << "";
        QTest::newRow("words") << "large" << true << "";
        QTest::newRow("nothing") << "" << true << "";
        QTest::newRow("zero") << "0x" << true << "";
        QTest::newRow("negative") << "-5 %" << true << "";
        QTest::newRow("two numbers") << "10 20" << true << "";
    }
    void textsAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(bool, hasObjective);
        QFETCH(QString, wish);
        SlideInfo info;
        if (hasObjective)
            info.objectivePower = 40;
        const auto found = zoomWish(text, info, QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(!found ? QString() : found->isFit ? QString("fit") : QString::number(found->zoom), wish);
        QVERIFY(zoomWish("12,5 %", info, QLocale(QLocale::German)) == (ZoomWish{false, 0.125}));
    }

    void typedTextsAskForZooms()
    {
        ZoomBox box;
        QVERIFY(!box.isEnabled());
        box.setSlide(PaintedSlide::create(3000, 2000));
        box.setViewport({{0, 0}, 0.25, 100, 100});
        box.show();
        QVERIFY(QTest::qWaitForWindowExposed(&box));
        QVERIFY2(box.currentText().contains("25") || box.currentText().contains(QChar(0xD7)), qPrintable(box.currentText()));
        QSignalSpy zooms(&box, &ZoomBox::zoomRequested), fits(&box, &ZoomBox::fitRequested);
        const auto type = [&](const QString& text) {
            box.lineEdit()->selectAll();
            QTest::keyClicks(box.lineEdit(), text);
            QTest::keyClick(box.lineEdit(), Qt::Key_Return);
        };
        type("50 %");
        QCOMPARE(zooms.count(), 1);
        QCOMPARE(zooms.front().front().toDouble(), 0.5);
        type("fit");
        QCOMPARE(fits.count(), 1);
        type("large");
        QCOMPARE(zooms.count(), 1);
        QCOMPARE(box.currentText(), QString("large"));
        QVERIFY2(!box.accessibleDescription().isEmpty(), "a screen reader is told");
        QTest::keyClicks(box.lineEdit(), "r");
        QVERIFY(box.accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(TestZoomBox)
#include "tst_zoombox.moc"
