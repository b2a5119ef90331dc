#include <cmath>
#include <limits>

#include <QPainter>
#include <QTest>

#include "compare/LineOverlay.h"
#include "compare/LineTool.h"

using namespace isostain;

Q_DECLARE_METATYPE(cv::Point2d)
Q_DECLARE_METATYPE(isostain::ProfileLine)
Q_DECLARE_METATYPE(isostain::LineMarks)

namespace {

constexpr double kReach = 5;
const ProfileLine kLine{{100, 100}, {300, 200}, 3};

using Constraint = LineTool::Constraint;

/// Nearly: constrained ends carry the rounding of a square root.
bool isSame(const cv::Point2d& a, const cv::Point2d& b)
{
    return std::hypot(a.x - b.x, a.y - b.y) < 1e-9;
}

QImage paintedOn(const std::vector<Decoration>& pieces, QSize size, const QColor& color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QPainter painter(&image);
    for (const Decoration& piece : pieces)
        painter.drawImage(piece.position, piece.image);
    return image;
}

}

class TestLineTool : public QObject {
    Q_OBJECT

private slots:
    void dragsMoveWhatTheyTakeHoldOf_data()
    {
        QTest::addColumn<cv::Point2d>("press");
        QTest::addColumn<cv::Point2d>("release");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<ProfileLine>("expected");
        const auto row = [](const char* name, cv::Point2d press, cv::Point2d release, bool shift, ProfileLine expected) {
            QTest::newRow(name) << press << release << shift << expected;
        };
        row("the start, not by its middle", {103, 100}, {53, 80}, false, {{50, 80}, {300, 200}, 3});
        row("the end", {300, 204}, {310, 404}, false, {{100, 100}, {310, 400}, 3});
        row("the line", {202, 151}, {212, 131}, false, {{110, 80}, {310, 180}, 3});
        row("elsewhere: a new line", {400, 500}, {450, 560}, false, {{400, 500}, {450, 560}, 3});
        row("a click elsewhere does nothing", {400, 500}, {402, 501}, false, kLine);
        row("the end onto a row", {300, 200}, {350, 110}, true, {{100, 100}, {350, 100}, 3});
        row("the start onto a column", {100, 100}, {290, 20}, true, {{300, 20}, {300, 200}, 3});
        row("a new line at 45 degrees", {400, 500}, {500, 590}, true, {{400, 500}, {495, 595}, 3});
        row("a new line up and to the left", {400, 500}, {300, 410}, true, {{400, 500}, {305, 405}, 3});
        row("the other diagonal", {400, 500}, {300, 590}, true, {{400, 500}, {305, 595}, 3});
        row("the line along its row", {200, 150}, {290, 158}, true, {{190, 100}, {390, 200}, 3});
    }

    void dragsMoveWhatTheyTakeHoldOf()
    {
        QFETCH(cv::Point2d, press);
        QFETCH(cv::Point2d, release);
        QFETCH(bool, shift);
        QFETCH(ProfileLine, expected);
        LineTool tool;
        tool.setLine(kLine);
        tool.press(press, kReach);
        QVERIFY(tool.isDragging());
        QCOMPARE(*tool.line(), kLine);
        const Constraint constraint = shift ? Constraint::Angles : Constraint::Free;
        for (const double part : {0.3, 1.7, 1.0})
            tool.moveTo(press + (release - press) * part, constraint);
        tool.release();
        QVERIFY(!tool.isDragging());
        const ProfileLine found = *tool.line();
        QVERIFY2(isSame(found.start, expected.start) && isSame(found.end, expected.end) && found.width == expected.width,
                 qPrintable(QString("%1,%2 to %3,%4").arg(found.start.x).arg(found.start.y).arg(found.end.x).arg(found.end.y)));
        tool.moveTo({0, 0}, Constraint::Free);
        QCOMPARE(*tool.line(), found);
    }

    void theFirstLineNeedsADrag()
    {
        LineTool tool;
        tool.setWidth(7);
        tool.press({10, 10}, kReach);
        tool.moveTo({13, 10}, Constraint::Free);
        QVERIFY(!tool.line());
        tool.moveTo({20, 10}, Constraint::Free);
        QCOMPARE(*tool.line(), (ProfileLine{{10, 10}, {20, 10}, 7}));
        tool.moveTo({11, 10}, Constraint::Free); // back again: the line follows
        QCOMPARE(*tool.line(), (ProfileLine{{10, 10}, {11, 10}, 7}));
    }

    void endsComeBeforeTheLine_data()
    {
        QTest::addColumn<cv::Point2d>("point");
        QTest::addColumn<int>("part");
        QTest::newRow("start") << cv::Point2d(104, 102) << int(LineTool::Part::Start);
        QTest::newRow("before the start") << cv::Point2d(97, 98) << int(LineTool::Part::Start);
        QTest::newRow("end") << cv::Point2d(301, 204) << int(LineTool::Part::End);
        QTest::newRow("middle") << cv::Point2d(198, 153) << int(LineTool::Part::Body);
        QTest::newRow("beside it") << cv::Point2d(198, 157) << int(LineTool::Part::None);
        QTest::newRow("beyond the end") << cv::Point2d(306, 203) << int(LineTool::Part::None);
    }

    void endsComeBeforeTheLine()
    {
        QFETCH(cv::Point2d, point);
        QFETCH(int, part);
        LineTool tool;
        QCOMPARE(int(tool.partAt(point, kReach)), int(LineTool::Part::None));
        tool.setLine(kLine);
        QCOMPARE(int(tool.partAt(point, kReach)), part);
    }

    void widthIsKeptAndLimited()
    {
        LineTool tool;
        tool.setLine(kLine);
        QCOMPARE(tool.width(), 3);
        tool.setWidth(0);
        QCOMPARE(tool.line()->width, 1);
        tool.setWidth(100000);
        QCOMPARE(tool.line()->width, ProfileLine::kMaxWidth);
        tool.setLine(std::nullopt);
        QCOMPARE(tool.width(), ProfileLine::kMaxWidth);
        tool.setLine(ProfileLine{{std::numeric_limits<double>::quiet_NaN(), 0}, {1, 1}, 1});
        QVERIFY(!tool.line());
    }

    /// The line shows on black, on white and on any stain: some pixel near it is far lighter and some far darker than the
    /// tissue.
    void theLineStandsOutOnAnything_data()
    {
        QTest::addColumn<QColor>("tissue");
        for (const char* name : {"black", "white", "#767676", "#5b3a8c", "#e58fb0", "#c8a2c8"})
            QTest::newRow(name) << QColor(name);
    }

    void theLineStandsOutOnAnything()
    {
        QFETCH(QColor, tissue);
        for (const double ratio : {1.0, 2.0}) {
            const QSize size(400, 300);
            const QImage image = paintedOn(paintLine({{50, 60}, {350, 240}, 1, {}}, size, ratio), size, tissue);
            for (const double part : {0.2, 0.5, 0.8}) {
                const QPoint at = QPointF(50 + 300 * part, 60 + 180 * part).toPoint();
                int largest = 0;
                for (int y = -4; y <= 4; ++y)
                    for (int x = -4; x <= 4; ++x)
                        largest = std::max(largest, std::abs(qGray(image.pixel(at + QPoint(x, y))) - qGray(tissue.rgb())));
                QVERIFY2(largest >= 110, qPrintable(QString::number(largest)));
            }
        }
    }

    void piecesDoNotOverlapAndStayInThePane_data()
    {
        QTest::addColumn<LineMarks>("marks");
        QTest::addColumn<bool>("isVisible");
        QTest::newRow("across") << LineMarks{{-500, 100}, {5000, 900}, 1, {}} << true;
        QTest::newRow("far beyond the painter's numbers") << LineMarks{{-3e9, 300}, {5e9, 301}, 1, {}} << true;
        QTest::newRow("a wide band") << LineMarks{{100, 100}, {600, 400}, 1600, {}} << true;
        QTest::newRow("a point") << LineMarks{{100, 100}, {100, 100}, 30, QPointF(100, 100)} << true;
        QTest::newRow("elsewhere") << LineMarks{{-500, -100}, {-100, 2000}, 2, {}} << false;
        QTest::newRow("past a corner") << LineMarks{{-100, 60}, {60, -100}, 2, {}} << false;
    }

    void piecesDoNotOverlapAndStayInThePane()
    {
        QFETCH(LineMarks, marks);
        QFETCH(bool, isVisible);
        const QSize size(801, 603);
        const std::vector<Decoration> pieces = paintLine(marks, size, 1.5);
        QRegion taken;
        for (const Decoration& piece : pieces) {
            const QRect rect(piece.position, piece.image.size());
            QVERIFY(QRect(QPoint(), size).contains(rect));
            QVERIFY(!taken.intersects(rect));
            taken += rect;
        }
        const QImage image = paintedOn(pieces, size, Qt::gray);
        QImage blank(size, QImage::Format_RGB32);
        blank.fill(Qt::gray);
        QCOMPARE(image != blank, isVisible);
    }

    /// A long line in pieces looks like one: along it, its light core is never interrupted.
    void piecesMeetWithoutSeams()
    {
        const QSize size(900, 700);
        const QImage image = paintedOn(paintLine({{20, 30}, {880, 660}, 1, {}}, size, 1), size, Qt::black);
        for (double part = 0.03; part < 0.97; part += 0.0005) {
            const QPoint at(int(20 + 860 * part), int(30 + 630 * part));
            int lightest = 0;
            for (int y = -1; y <= 1; ++y)
                for (int x = -1; x <= 1; ++x)
                    lightest = std::max(lightest, qGray(image.pixel(at + QPoint(x, y))));
            QVERIFY2(lightest > 180, qPrintable(QString("%1 at %2,%3").arg(lightest).arg(at.x()).arg(at.y())));
        }
    }

    void paintingIsRemembered()
    {
        LineOverlay overlay;
        const LineMarks marks{{10, 10}, {90, 90}, 1, {}};
        const qint64 key = overlay.paint(marks, {100, 100}, 1).front().image.cacheKey();
        QCOMPARE(overlay.paint(marks, {100, 100}, 1).front().image.cacheKey(), key);
        QVERIFY(overlay.paint({{10, 10}, {90, 91}, 1, {}}, {100, 100}, 1).front().image.cacheKey() != key);
    }
};

QTEST_MAIN(TestLineTool)
#include "tst_linetool.moc"
