#pragma once

#include <optional>
#include <vector>

#include <QDialog>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include "export/ExportForecaster.h"
#include "export/ExportRunner.h"

class QLabel;
class QLineEdit;
class QMessageBox;

namespace isostain {

class Background;
class ExportButtons;
class ExportForecastLabel;
class ExportNamingField;
class ExportOptionsForm;
class ExportProgressPanel;
class ExportQueue;
class ExportSlideList;

/// The part of a slide that the view shows, in level-0 pixels.
struct ViewedRegion {
    QString slide;
    PixelRect region;
};

/// What the dialog begins with.
struct ExportSetup {
    QStringList slides;
    NormalizerPtr normalizer; ///< its profile and form count; null: the dialog asks to choose a profile first
    QString folder;           ///< empty: the folder "normalized" beside the first slide
    ExportOptions options;
    NetworkLoader networks = {}; ///< asked for by spatial profiles alone
    QString pattern = QStringLiteral("{name}");
    NamesInExport names = NamesInExport::Kept;
    std::optional<ViewedRegion> view = {};
    QString profileFile = {}; ///< that the profile was read from; may be empty
    QString savedFolder = {}; ///< where running exports are kept for the case of a crash; empty: nowhere
};

/// A queue of slides to be exported through the chosen normalizer: what it will take, how far it is, and one line per result.
/// Not modal: the slide can be looked at meanwhile. Closing during an export asks first, once at a time. GUI thread only.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// The background outlives the dialog.
    ExportDialog(const ExportSetup& setup, Background& background, QWidget* parent = nullptr);
    ~ExportDialog() override;

    bool isRunning() const { return m_runner.isRunning(); }
    bool isPaused() const { return m_runner.isPaused(); }
    /// Does nothing while an export is running, as the next two.
    void addSlides(const QStringList& fileNames);
    /// Null: as in ExportSetup. With another one all slides are to be exported anew.
    void setNormalizer(const NormalizerPtr& normalizer, const QString& profileFile);
    void setView(const ViewedRegion& view);
    /// What the user has chosen, to begin the next dialog with.
    QString folder() const;
    ExportOptions options() const;
    QString pattern() const;
    NamesInExport names() const;

public slots:
    /// All that is not finished and has not failed.
    void startExport();
    void retryFailed();
    /// Or goes on, where it is paused.
    void pauseExport();
    void cancelExport();
    /// Closes without a question, as soon as what is running has stopped.
    void cancelAndClose();
    /// Asks first when an export is running.
    void reject() override;

signals:
    /// To show an exported slide.
    void openRequested(const QString& output);

private:
    void addTarget(const ExportSetup& setup);
    void connectParts();
    SavedExport wanted() const;
    void begin(const std::vector<int>& rows);
    void chooseFolder();
    void openFolder();
    void showReport();
    void forgetResults();
    void followQueue();
    void askForForecast();
    void showForecast(const std::optional<ExportForecast>& forecast);
    void showResult(const ExportResult& result);
    void showProgress();
    void showFinished();
    void updateState();
    void showStatus();
    QString problem() const;
    bool showsOneViewedSlide() const;

    NormalizerPtr m_normalizer;
    NetworkLoader m_networks;
    QString m_profileFile;
    QString m_savedFolder;
    std::optional<ViewedRegion> m_view;
    Background& m_background;
    QLabel* m_profile;
    ExportSlideList* m_list;
    ExportQueue& m_queue;
    QLineEdit* m_folder;
    ExportNamingField* m_naming;
    ExportOptionsForm* m_options;
    ExportForecastLabel* m_forecast;
    ExportProgressPanel* m_progress;
    QLabel* m_status;
    ExportButtons* m_buttons;
    QStringList m_knownSlides;  ///< that the forecast and the names are about
    std::vector<int> m_running; ///< rows of the job under way, in its order
    std::size_t m_finished = 0; ///< of them
    bool m_isStopping = false;
    bool m_closesWhenFinished = false;
    QPointer<QMessageBox> m_question;
    QTimer m_timer;
    ExportForecaster m_forecaster;
    ExportRunner m_runner;
};

}
