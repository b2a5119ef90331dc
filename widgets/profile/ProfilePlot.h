#pragma once

#include <optional>

#include <QTimer>
#include <QWidget>

#include "profile/ProfileCurves.h"
#include "profile/ProfileFigure.h"
#include "profile/ProfileSaver.h"

class QLabel;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace isostain {

class CurveTable;
class NoticeBar;
class ProfileChart;

/// The content of the gray value profile's dock: the chart with a table of its curves, the line's width, and ways to take the
/// result along. Knows neither slides nor views: see GrayProfileController. GUI thread only.
class ProfilePlot : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMaxLineWidth = 51; ///< level-0 pixels

    explicit ProfilePlot(QWidget* parent = nullptr);
    ~ProfilePlot() override;

    /// Cheap: shown in the next turn of the event loop, only the last one of a turn. Curves without samples are the empty
    /// state.
    void setProfiles(ProfileCurves curves);
    const ProfileCurves& profiles() const { return m_curves; }
    bool isEmpty() const { return m_curves.sampleCount() == 0; }
    /// What has been set is on the screen.
    bool isUpToDate() const { return !m_refresh.isActive(); }

    void setLineWidth(int width);
    int lineWidth() const;

    /// The cursor line, by level-0 pixels from the line's start; does not emit positionHovered().
    void setCursor(std::optional<double> distance);
    std::optional<int> cursorSample() const;

    ProfileChart& chart() { return *m_chart; }
    /// To the clipboard, as a picture or as a table with tabulators.
    void copyImage();
    void copyValues();
    /// In the format of the name's suffix; saved() or a notice follows.
    void saveAs(const QString& path);

signals:
    void lineWidthChanged(int width);
    /// Level-0 pixels from the line's start that the cursor stands at in the chart.
    void positionHovered(std::optional<double> distance);
    void saved(const QString& path);
    /// Curves have been drawn.
    void refreshed();
    void visibilityChanged(bool isVisible);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTools();
    QToolButton* makeCopyButton();
    void connectChart();
    void refresh();
    void applyTheme();
    void chooseFile();
    void reportSaved(const QString& path, const std::optional<Error>& error);
    ProfileRanges shownRanges() const;
    QSize figureSize() const;

    ProfileCurves m_curves;
    QTimer m_refresh;
    ProfileSaver m_saver;
    QSpinBox* m_width;
    QToolButton* m_reset;
    QToolButton* m_copy;
    QToolButton* m_save;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    QLabel* m_empty;
    QSplitter* m_splitter;
    ProfileChart* m_chart;
    CurveTable* m_table;
    QLabel* m_summary;
};

}
