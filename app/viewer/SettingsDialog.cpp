#include "SettingsDialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include "Settings.h"
#include "Translations.h"

namespace isostain {

SettingsDialog::SettingsDialog(Settings& settings, LanguageChoice languages, QWidget* parent)
    : QDialog(parent),
      m_settings(settings),
      m_language(makeLanguages(languages))
{
    setWindowTitle(tr("Settings"));
    const Preferences& preferences = settings.preferences();

    m_theme = new QComboBox;
    for (const ThemeRow& row : themeRows())
        m_theme->addItem(QCoreApplication::translate("Theme", row.name), static_cast<int>(row.choice));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(preferences.theme)));

    m_cache = new QSpinBox;
    m_cache->setObjectName(QStringLiteral("cacheSize"));
    m_cache->setRange(64, 65536);
    m_cache->setSingleStep(128);
    m_cache->setSuffix(tr(" MiB"));
    m_cache->setValue(static_cast<int>(preferences.cacheBytes >> 20));
    m_cache->setToolTip(tr("Parts of slides kept in memory, so that they show at once when you come back to them"));

    m_threads = new QSpinBox;
    m_threads->setObjectName(QStringLiteral("threads"));
    m_threads->setRange(0, Settings::kMostThreads);
    m_threads->setSpecialValueText(tr("One per processor core (%1)").arg(QThread::idealThreadCount()));
    m_threads->setValue(preferences.threads);

    m_recent = new QCheckBox(tr("&Remember the slides and profiles opened lately"));
    m_recent->setObjectName(QStringLiteral("rememberRecent"));
    m_recent->setChecked(preferences.remembersRecentFiles);

    m_session = new QCheckBox(tr("&Open the last slide at the next start, where it was left"));
    m_session->setObjectName(QStringLiteral("restoreSession"));
    m_session->setChecked(preferences.restoresSession);
    m_session->setEnabled(preferences.remembersRecentFiles);
    connect(m_recent, &QCheckBox::toggled, m_session, &QWidget::setEnabled);

    auto* restart = new QLabel(tr("The number of threads takes effect when Isostain is started again."));
    restart->setWordWrap(true);

    auto* form = new QFormLayout;
    form->addRow(tr("&Language:"), m_language);
    form->addRow(tr("&Appearance:"), m_theme);
    form->addRow(tr("&Memory for slides:"), m_cache);
    form->addRow(tr("&Threads that read slides:"), m_threads);
    form->addRow(QString(), restart);
    form->addRow(QString(), m_recent);
    form->addRow(QString(), m_session);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(buttons);
}

QComboBox* SettingsDialog::makeLanguages(LanguageChoice languages) const
{
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("language"));
    box->addItem(tr("As the desktop"), QString());
    for (const QString& language : translatedLanguages())
        box->addItem(languageName(language), language);
    box->setCurrentIndex(std::max(0, box->findData(m_settings.preferences().language)));
    box->setEnabled(languages == LanguageChoice::Free);
    if (languages == LanguageChoice::Locked)
        box->setToolTip(tr("An export or a training is running: choose another language when it has ended"));
    return box;
}

void SettingsDialog::accept()
{
    Preferences preferences;
    preferences.language = m_language->currentData().toString();
    preferences.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    preferences.cacheBytes = qint64(m_cache->value()) << 20;
    preferences.threads = m_threads->value();
    preferences.remembersRecentFiles = m_recent->isChecked();
    preferences.restoresSession = m_session->isChecked();
    m_settings.setPreferences(preferences);
    QDialog::accept();
}

}
